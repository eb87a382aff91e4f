package org.jiedui.publish;

import java.util.Optional;

/** The program's version as its jar tells it; the version in work when it runs from class files. */
public final class ProgramVersion {
  private ProgramVersion() {}

  public static String current() {
    return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
        .orElse("0.1.0");
  }
}
