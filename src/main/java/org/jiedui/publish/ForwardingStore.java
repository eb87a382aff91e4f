package org.jiedui.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A store that does what another one does; what differs is overridden. */
class ForwardingStore implements Store {
  private final Store inner;

  ForwardingStore(Store inner) {
    this.inner = inner;
  }

  @Override
  public List<Entry> list(String folder) throws IOException {
    return inner.list(folder);
  }

  @Override
  public SeekableByteChannel read(String file) throws IOException {
    return inner.read(file);
  }

  @Override
  public OutputStream write(String file) throws IOException {
    return inner.write(file);
  }

  @Override
  public void force(String name) throws IOException {
    inner.force(name);
  }

  @Override
  public void link(String from, String to) throws IOException {
    inner.link(from, to);
  }

  @Override
  public void move(String from, String to) throws IOException {
    inner.move(from, to);
  }

  @Override
  public void delete(String name) throws IOException {
    inner.delete(name);
  }

  @Override
  public Instant clock() throws IOException {
    return inner.clock();
  }

  @Override
  public Optional<Path> local(String name) {
    return inner.local(name);
  }

  @Override
  public String place(String name) {
    return inner.place(name);
  }

  @Override
  public OptionalLong free() throws IOException {
    return inner.free();
  }
}
