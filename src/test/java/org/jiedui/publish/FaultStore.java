package org.jiedui.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A store in which the n-th step fails: a call, or a piece of a file being written. With n = 0
 * nothing fails, and the steps are counted.
 */
final class FaultStore implements Store {
  /** The process is dead: nothing may catch this, and no call works after it. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** What happens at the chosen step. */
  enum Fault {
    /** Death before the step has any effect. */
    KILL_BEFORE,
    /** Death when the step has had its whole effect; of a piece of a file, half of it. */
    KILL_AFTER,
    /** The step fails with an I/O error, once. */
    ERROR_ONCE,
    /** This step and all after it fail with an I/O error. */
    ERROR_FOR_EVER,
    /** {@link #meanwhile} runs before the step, which then works. */
    MEANWHILE
  }

  private interface Call<T> {
    T run() throws IOException;
  }

  private interface Action {
    void run() throws IOException;
  }

  private final Store inner;
  private final int chosen;
  private final Fault fault;
  private final Runnable meanwhile;
  private Supplier<IOException> error = () -> new IOException("injected");
  private int steps;
  private boolean dead;

  private FaultStore(Store inner, int chosen, Fault fault, Runnable meanwhile) {
    this.inner = inner;
    this.chosen = chosen;
    this.fault = fault;
    this.meanwhile = meanwhile;
  }

  static FaultStore counting(Store inner) {
    return new FaultStore(inner, 0, Fault.KILL_BEFORE, () -> {});
  }

  static FaultStore failing(Store inner, int step, Fault fault) {
    return new FaultStore(inner, step, fault, () -> {});
  }

  static FaultStore interrupted(Store inner, int step, Runnable meanwhile) {
    return new FaultStore(inner, step, Fault.MEANWHILE, meanwhile);
  }

  /** What an I/O error is: of this kind instead of a plain one. */
  FaultStore with(Supplier<IOException> kind) {
    error = kind;
    return this;
  }

  int steps() {
    return steps;
  }

  @Override
  public List<Entry> list(String folder) throws IOException {
    return step(() -> inner.list(folder));
  }

  @Override
  public SeekableByteChannel read(String file) throws IOException {
    return step(() -> inner.read(file));
  }

  @Override
  public OutputStream write(String file) throws IOException {
    OutputStream out = step(() -> inner.write(file));
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        boolean torn = steps + 1 == chosen && fault == Fault.KILL_AFTER;
        action(() -> out.write(bytes, offset, torn ? length / 2 : length));
      }

      @Override
      public void close() throws IOException {
        action(out::close);
      }
    };
  }

  @Override
  public void force(String name) throws IOException {
    action(() -> inner.force(name));
  }

  @Override
  public void link(String from, String to) throws IOException {
    action(() -> inner.link(from, to));
  }

  @Override
  public void move(String from, String to) throws IOException {
    action(() -> inner.move(from, to));
  }

  @Override
  public void delete(String name) throws IOException {
    action(() -> inner.delete(name));
  }

  @Override
  public Instant clock() throws IOException {
    return step(inner::clock);
  }

  @Override
  public Optional<Path> local(String name) {
    return inner.local(name);
  }

  private void action(Action action) throws IOException {
    step(
        () -> {
          action.run();
          return null;
        });
  }

  private <T> T step(Call<T> call) throws IOException {
    if (dead) {
      throw new Killed();
    }
    boolean now = ++steps == chosen;
    if (now && fault == Fault.MEANWHILE) {
      meanwhile.run();
    }
    if (now && fault == Fault.ERROR_ONCE
        || chosen > 0 && steps >= chosen && fault == Fault.ERROR_FOR_EVER) {
      throw error.get();
    }
    dead = now && fault == Fault.KILL_BEFORE;
    try {
      return dead ? null : call.run();
    } finally {
      dead |= now && fault == Fault.KILL_AFTER;
      if (dead) {
        throw new Killed();
      }
    }
  }
}
