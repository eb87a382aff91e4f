package org.jiedui.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A stream that counts and digests what passes, and that Parquet takes for its output file. */
final class DigestingOutput extends PositionOutputStream implements OutputFile {
  private final OutputStream out;
  private final MessageDigest digest = Sha256.start();
  private long position;
  private ByteArrayOutputStream end;

  DigestingOutput(OutputStream out) {
    this.out = out;
  }

  /**
   * From here on nothing is written until the stream is closed, so that the footer can be put in
   * order.
   */
  void holdEnd() {
    end = new ByteArrayOutputStream();
  }

  /** To be asked once, after the last byte. */
  String sha256() {
    return Sha256.hex(digest);
  }

  @Override
  public long getPos() {
    return position;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    position += length;
    if (end == null) {
      pass(bytes, offset, length);
    } else {
      end.write(bytes, offset, length);
    }
  }

  private void pass(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    digest.update(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    if (end != null) {
      byte[] held = end.toByteArray();
      byte[] settled = SettledFooter.of(held);
      end = null;
      position += settled.length - held.length;
      pass(settled, 0, settled.length);
    }
    out.close();
  }

  @Override
  public PositionOutputStream create(long blockSizeHint) {
    return this;
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) {
    return this;
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }
}
