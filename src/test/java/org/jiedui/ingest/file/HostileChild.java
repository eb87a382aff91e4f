package org.jiedui.ingest.file;

import java.nio.file.Path;

/** Checks files by their paths in a JVM of its own: one line a file, {@code code seconds path}. */
final class HostileChild {
  private HostileChild() {}

  public static void main(String[] paths) {
    Contract contract = Contracts.load(Path.of(paths[0]));
    for (int i = 1; i < paths.length; i++) {
      long began = System.nanoTime();
      String end = end(Path.of(paths[i]), contract);
      double seconds = (System.nanoTime() - began) / 1e9;
      System.out.printf("%s %.3f %s%n", end, seconds, paths[i]);
    }
  }

  private static String end(Path file, Contract contract) {
    try {
      FileCheck check = FileCheck.of(file, contract);
      return check.refused() ? check.problems().get(0).code() : "READ";
    } catch (Throwable harm) {
      return harm.getClass().getSimpleName();
    }
  }
}
