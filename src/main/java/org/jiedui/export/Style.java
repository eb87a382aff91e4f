package org.jiedui.export;

import org.jiedui.message.Lang;

/** How tables are printed: languages, the customs of a journal, stars, thousands. */
public record Style(Languages languages, Customs customs, Stars stars, Thousands thousands) {

  /** Languages of captions and headings. */
  public enum Languages {
    ZH,
    EN,
    /** Chinese, with English under captions and headings. */
    BOTH;

    /** The language of everything that is said once. */
    Lang main() {
      return this == EN ? Lang.EN : Lang.ZH;
    }
  }

  /** Where units stand and which words lead the notes. */
  public enum Customs {
    ZH,
    EN
  }

  /** Whether stars of significance are printed. */
  public enum Stars {
    OFF,
    ON
  }

  /** What stands between thousands. */
  public enum Thousands {
    COMMA(","),
    THIN("\u2009");

    private final String mark;

    Thousands(String mark) {
      this.mark = mark;
    }

    String mark() {
      return mark;
    }
  }

  /** As journals of that language usually print. */
  public static Style of(Languages languages) {
    Customs customs = languages == Languages.EN ? Customs.EN : Customs.ZH;
    return new Style(languages, customs, Stars.OFF, Thousands.COMMA);
  }

  public Style with(Customs newCustoms) {
    return new Style(languages, newCustoms, stars, thousands);
  }

  public Style with(Stars newStars) {
    return new Style(languages, customs, newStars, thousands);
  }

  public Style with(Thousands newThousands) {
    return new Style(languages, customs, stars, newThousands);
  }

  Lang lang() {
    return languages.main();
  }
}
