package org.jiedui.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Two writers that stop before every call which changes or lists names, and a schedule that says
 * whose turn it is. One of them runs at a time.
 */
final class Interleaving {
  /** What a writer does with its store. */
  interface Writer {
    void run(Store store);
  }

  private final Store store;
  private final Turn[] turns = {new Turn(), new Turn()};

  Interleaving(Store store) {
    this.store = store;
  }

  /** One writer: its permission to go on, and the word that it has stopped again or ended. */
  private static final class Turn {
    final Semaphore go = new Semaphore(0);
    final Semaphore stopped = new Semaphore(0);
    volatile boolean ended;
    volatile Throwable failure;
  }

  /**
   * Runs both to their ends: while a bit of the schedule is left, 1 means the first writer.
   *
   * @return what ended a writer that failed, otherwise null
   */
  Throwable[] run(long schedule, int bits, Writer first, Writer second) throws Exception {
    start(turns[0], first);
    start(turns[1], second);
    for (int i = 0; i < bits; i++) {
      step(turns[(schedule >> i & 1) == 1 ? 0 : 1]);
    }
    for (Turn turn : turns) {
      while (!turn.ended) {
        step(turn);
      }
    }
    return new Throwable[] {turns[0].failure, turns[1].failure};
  }

  private void start(Turn turn, Writer writer) throws InterruptedException {
    Thread thread =
        new Thread(
            () -> {
              try {
                turn.go.acquireUninterruptibly();
                writer.run(new Stopping(store, turn));
              } catch (RuntimeException | Error e) {
                turn.failure = e;
              } finally {
                turn.ended = true;
                turn.stopped.release();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private static void step(Turn turn) throws InterruptedException {
    if (!turn.ended) {
      turn.go.release();
      turn.stopped.acquire();
    }
  }

  /** Stops before each call. */
  private static final class Stopping extends ForwardingStore {
    private final Turn turn;

    Stopping(Store inner, Turn turn) {
      super(inner);
      this.turn = turn;
    }

    private void stop() {
      turn.stopped.release();
      turn.go.acquireUninterruptibly();
    }

    @Override
    public List<Entry> list(String folder) throws IOException {
      stop();
      return super.list(folder);
    }

    @Override
    public OutputStream write(String file) throws IOException {
      stop();
      return super.write(file);
    }

    @Override
    public void force(String name) throws IOException {
      stop();
      super.force(name);
    }

    @Override
    public void link(String from, String to) throws IOException {
      stop();
      super.link(from, to);
    }

    @Override
    public Instant clock() throws IOException {
      stop();
      return super.clock();
    }
  }
}
