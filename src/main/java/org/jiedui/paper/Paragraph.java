package org.jiedui.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;

/** Sentences of a methods section on one subject, under a heading. */
public final class Paragraph {
  private final Text heading;
  private final List<Sentence> sentences = new ArrayList<>();

  Paragraph(Text heading) {
    this.heading = heading;
  }

  /** Adds a sentence; each language ends with its full stop. */
  Paragraph say(String zh, String en, Reference... references) {
    sentences.add(new Sentence(Text.of(zh, en), List.of(references)));
    return this;
  }

  public Text heading() {
    return heading;
  }

  public List<Sentence> sentences() {
    return List.copyOf(sentences);
  }

  /** The sentences one after the other. */
  public String in(Lang lang) {
    String between = lang == Lang.ZH ? "" : " ";
    return sentences.stream().map(s -> s.in(lang)).collect(Collectors.joining(between));
  }
}
