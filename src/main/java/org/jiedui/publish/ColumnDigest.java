package org.jiedui.publish;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;

/**
 * SHA-256 of the values of one column from the first row to the last, whatever the encoding on
 * disk: two files with equal digests hold the same numbers.
 */
final class ColumnDigest {
  private final MessageDigest digest = Sha256.start();
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 13);

  void add(Object value) {
    if (value == null) {
      room(1).put((byte) 0);
    } else if (value instanceof String text) {
      addText(text.getBytes(StandardCharsets.UTF_8));
    } else if (value instanceof Double number) {
      room(9).put((byte) 2).putLong(Double.doubleToLongBits(number));
    } else if (value instanceof LocalDate date) {
      room(9).put((byte) 3).putLong(date.toEpochDay());
    } else {
      room(9).put((byte) 4).putLong(((Number) value).longValue());
    }
  }

  String hex() {
    room(buffer.capacity());
    return Sha256.hex(digest);
  }

  private void addText(byte[] text) {
    room(5).put((byte) 1).putInt(text.length);
    if (text.length <= buffer.capacity()) {
      room(text.length).put(text);
    } else {
      room(buffer.capacity());
      digest.update(text);
    }
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      digest.update(buffer.array(), 0, buffer.position());
      buffer.clear();
    }
    return buffer;
  }
}
