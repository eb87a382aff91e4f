package org.jiedui.paper;

import java.util.List;
import java.util.stream.Collectors;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;

/** One sentence of a methods section, with the works it rests on. */
public record Sentence(Text words, List<Reference> references) {
  public Sentence {
    references = List.copyOf(references);
  }

  /** The words with the works in parentheses before the full stop. */
  public String in(Lang lang) {
    String said = words.in(lang);
    if (references.isEmpty()) {
      return said;
    }
    String works = references.stream().map(Reference::cited).collect(Collectors.joining("; "));
    String body = said.substring(0, said.length() - 1);
    return lang == Lang.ZH
        ? body + "（" + works.replace(", ", "，").replace("; ", "；") + "）。"
        : body + " (" + works + ").";
  }
}
