package org.jiedui.export.page;

import java.util.OptionalInt;
import org.jiedui.export.figure.Markup;
import org.jiedui.message.Text;

/** Where a page is written: markup of ours as it stands, every other text escaped. */
final class Html {
  private final StringBuilder out;
  private final OptionalInt limit;
  private int count;

  Html(StringBuilder out, OptionalInt limit) {
    this.out = out;
    this.limit = limit;
  }

  /** Days after which the report is stale. */
  OptionalInt limit() {
    return limit;
  }

  /** A number for the next id. */
  int next() {
    return ++count;
  }

  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  Html text(String text) {
    out.append(escaped(text));
    return this;
  }

  /** The words in both languages, of which the reader sees one; the same words stand once. */
  Html both(Text words) {
    if (words.zh().equals(words.en())) {
      return text(words.zh());
    }
    return raw("<span lang=\"zh-CN\">")
        .text(words.zh())
        .raw("</span><span lang=\"en\">")
        .text(words.en())
        .raw("</span>");
  }

  static String escaped(String text) {
    return Markup.escaped(text);
  }

  /** Text inside a JSON string inside a script element. */
  static String json(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029) {
        json.append("\\u%04x".formatted((int) c));
      } else if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
