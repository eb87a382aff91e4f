package org.jiedui.spark;

import java.nio.file.Path;

/** Files as Spark's readers take them, which look for patterns in every name. */
public final class FilePaths {
  private FilePaths() {}

  /** A file whatever its folders are called: blanks stay, and no character is a pattern. */
  public static String literal(Path file) {
    String path = new org.apache.hadoop.fs.Path(file.toUri()).toString();
    return path.replaceAll("[{}\\[\\]*?\\\\]", "\\\\$0");
  }
}
