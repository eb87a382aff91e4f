package org.jiedui.export.figure;

import org.jiedui.export.Xml;

/** Text that cannot become markup; what XML 1.0 does not allow becomes U+FFFD. */
public final class Markup {
  private Markup() {}

  public static String escaped(String text) {
    return Xml.escaped(text);
  }
}
