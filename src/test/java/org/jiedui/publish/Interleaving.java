package org.jiedui.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;

/**
 * Programs that stop before their calls on one store, and a schedule that says whose turn it is.
 * One of them runs at a time.
 */
final class Interleaving {
  /** What a program does with its store. */
  interface Program {
    void run(Store store) throws IOException;
  }

  private final Store store;
  private final boolean everywhere;

  private Interleaving(Store store, boolean everywhere) {
    this.store = store;
    this.everywhere = everywhere;
  }

  /** Stops before each call that changes or lists names. */
  static Interleaving atNames(Store store) {
    return new Interleaving(store, false);
  }

  /** Stops before each call but {@code delete}, of which nobody else takes notice. */
  static Interleaving everywhere(Store store) {
    return new Interleaving(store, true);
  }

  /** One program: its permission to go on, and the word that it has stopped again or ended. */
  private static final class Turn {
    final Semaphore go = new Semaphore(0);
    final Semaphore stopped = new Semaphore(0);
    volatile boolean dying;
    volatile boolean ended;
    volatile Throwable failure;
  }

  /**
   * Runs two to their ends: while a bit of the schedule is left, 1 means the first of them.
   *
   * @return what ended a program that failed, otherwise null
   */
  Throwable[] run(long schedule, int bits, Program first, Program second)
      throws InterruptedException {
    List<Turn> turns = start(List.of(first, second));
    for (int i = 0; i < bits; i++) {
      step(turns.get((schedule >> i & 1) == 1 ? 0 : 1));
    }
    for (Turn turn : turns) {
      while (!turn.ended) {
        step(turn);
      }
    }
    return failures(turns);
  }

  /**
   * Runs all to their ends in an order made of the seed. Of the first ones one dies now and then,
   * and is started again.
   *
   * @param mortal how many of the programs may die
   * @param oneIn how many turns there are to a death
   */
  Throwable[] run(Random order, int mortal, int oneIn, List<Program> programs)
      throws InterruptedException {
    List<Turn> turns = start(programs);
    List<Turn> living = new ArrayList<>(turns);
    while (!living.isEmpty()) {
      Turn next = living.get(order.nextInt(living.size()));
      next.dying = order.nextInt(oneIn) == 0 && turns.indexOf(next) < mortal;
      step(next);
      living.removeIf(turn -> turn.ended);
    }
    return failures(turns);
  }

  private static Throwable[] failures(List<Turn> turns) {
    return turns.stream().map(turn -> turn.failure).toArray(Throwable[]::new);
  }

  private List<Turn> start(List<Program> programs) {
    List<Turn> turns = new ArrayList<>();
    for (Program program : programs) {
      Turn turn = new Turn();
      turns.add(turn);
      Thread thread = new Thread(() -> live(turn, program));
      thread.setDaemon(true);
      thread.start();
    }
    return turns;
  }

  private void live(Turn turn, Program program) {
    try {
      turn.go.acquireUninterruptibly();
      while (!isOver(turn, program)) {
        turn.dying = false;
      }
    } catch (IOException | RuntimeException | Error e) {
      turn.failure = e;
    } finally {
      turn.ended = true;
      turn.stopped.release();
    }
  }

  /** False when it died. */
  private boolean isOver(Turn turn, Program program) throws IOException {
    try {
      program.run(new Stopping(store, turn, everywhere));
      return true;
    } catch (FaultStore.Killed killed) {
      return false;
    }
  }

  private static void step(Turn turn) throws InterruptedException {
    if (!turn.ended) {
      turn.go.release();
      turn.stopped.acquire();
    }
  }

  /** Stops before each call; when its program dies no call works any more. */
  private static final class Stopping extends ForwardingStore {
    private final Turn turn;
    private final boolean everywhere;
    private boolean dead;

    Stopping(Store inner, Turn turn, boolean everywhere) {
      super(inner);
      this.turn = turn;
      this.everywhere = everywhere;
    }

    private void stop() {
      live();
      turn.stopped.release();
      turn.go.acquireUninterruptibly();
      dead = turn.dying;
      live();
    }

    private void live() {
      if (dead) {
        throw new FaultStore.Killed();
      }
    }

    @Override
    public List<Entry> list(String folder) throws IOException {
      stop();
      return super.list(folder);
    }

    @Override
    public SeekableByteChannel read(String file) throws IOException {
      if (everywhere) {
        stop();
      }
      return super.read(file);
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
    public void move(String from, String to) throws IOException {
      if (everywhere) {
        stop();
      }
      super.move(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
      live();
      super.delete(name);
    }

    @Override
    public Instant clock() throws IOException {
      stop();
      return super.clock();
    }
  }
}
