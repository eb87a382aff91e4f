package org.jiedui.export;

import java.nio.charset.StandardCharsets;

/** A file to be written: its name, which holds no word from the data, and its bytes. */
public record ExportFile(String name, byte[] bytes) {
  static ExportFile of(String name, String text) {
    return new ExportFile(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
