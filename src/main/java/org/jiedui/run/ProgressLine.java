package org.jiedui.run;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jiedui.message.Lang;
import org.jiedui.message.Progress;
import org.jiedui.message.Step;

/**
 * How far a run has come: one line that is rewritten on a terminal, elsewhere a line in half a
 * minute. No colour and no escape sequence is used.
 */
public final class ProgressLine implements Progress {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long HALF_MINUTE = 30 * SECOND;
  private static final long TICK_MILLIS = 200;

  /** Below it the time that is left is a guess nobody is helped by. */
  private static final double SURE = 0.02;

  private final PrintStream err;
  private final Terminal terminal;
  private final Lang lang;
  private final LongSupplier nanos;
  private final Optional<ScheduledExecutorService> ticker;
  private Step step;
  private Work work = Work.UNKNOWN;
  private long began;
  private long said;
  private int shown;
  private boolean ticks;
  private boolean ended;

  /**
   * @param nanos a clock, read at every {@link #tick}
   */
  ProgressLine(PrintStream err, Terminal terminal, Lang lang, LongSupplier nanos) {
    this(err, terminal, lang, nanos, Optional.empty());
  }

  private ProgressLine(
      PrintStream err,
      Terminal terminal,
      Lang lang,
      LongSupplier nanos,
      Optional<ScheduledExecutorService> ticker) {
    this.err = err;
    this.terminal = terminal;
    this.lang = lang;
    this.nanos = nanos;
    this.ticker = ticker;
    said = nanos.getAsLong();
  }

  /** On the terminal this process has, drawn by a thread of its own from the first step on. */
  public static ProgressLine of(PrintStream err, Lang lang) {
    var thread = Executors.newSingleThreadScheduledExecutor(ProgressLine::daemon);
    return new ProgressLine(err, Terminal.ofErrors(), lang, System::nanoTime, Optional.of(thread));
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "progress");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public synchronized void begin(Step next, Work its) {
    if (ended) {
      return;
    }
    step = next;
    work = its;
    began = nanos.getAsLong();
    tick();
    if (!ticks) {
      ticks = true;
      ticker.ifPresent(
          t -> t.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS));
    }
  }

  /** Draws the line anew on a terminal, or says it where half a minute has passed. */
  synchronized void tick() {
    if (step == null) {
      return;
    }
    if (terminal.isTerminal()) {
      String line = fitted(terminal.columns() - 1);
      int width = width(line);
      err.print("\r" + line + " ".repeat(Math.max(0, shown - width)));
      err.flush();
      shown = width;
    } else if (nanos.getAsLong() - said >= HALF_MINUTE) {
      said = nanos.getAsLong();
      err.println(fitted(Integer.MAX_VALUE));
    }
  }

  /** Another line in its place; the next tick draws this one again below it. */
  public synchronized void say(String line) {
    clear();
    err.println(line);
  }

  /** Takes the line away until the next tick. */
  synchronized void clear() {
    if (shown > 0) {
      err.print("\r" + " ".repeat(shown) + "\r");
      err.flush();
      shown = 0;
    }
  }

  /** Nothing is drawn any more. */
  public synchronized void end() {
    clear();
    ended = true;
    step = null;
    ticker.ifPresent(ScheduledExecutorService::shutdownNow);
  }

  /** As many of the words as there is room for. */
  private String fitted(int columns) {
    List<String> words = words();
    while (words.size() > 1 && width(String.join("  ", words)) > columns) {
      words.remove(words.size() - 1);
    }
    return String.join("  ", words);
  }

  private List<String> words() {
    List<String> words = new ArrayList<>();
    words.add(
        "[" + (step.ordinal() + 1) + "/" + Step.values().length + "] " + step.text().in(lang));
    double share = work.size() == 0 ? 0 : (double) work.done().getAsLong() / work.size();
    if (work.size() > 0) {
      words.add((int) (100 * share) + " %");
    }
    if (work.rows().getAsLong() > 0) {
      words.add(rows(work.rows().getAsLong()));
    }
    if (share >= SURE && share < 1 && nanos.getAsLong() - began >= SECOND) {
      words.add((lang == Lang.ZH ? "剩余 " : "ETA ") + left(share));
    }
    return words;
  }

  private String left(double share) {
    long seconds = Math.round((nanos.getAsLong() - began) / share * (1 - share) / SECOND);
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  private String rows(long rows) {
    boolean zh = lang == Lang.ZH;
    if (rows < 10_000) {
      return rows + (zh ? " 行" : rows == 1 ? " row" : " rows");
    }
    return zh
        ? String.format(Locale.ROOT, "%.1f 万行", rows / 1e4)
        : rows < 1_000_000
            ? String.format(Locale.ROOT, "%d k rows", rows / 1_000)
            : String.format(Locale.ROOT, "%.1f M rows", rows / 1e6);
  }

  /** Chinese characters take two columns. */
  private static int width(String text) {
    return text.length() + (int) text.chars().filter(c -> c >= 0x1100).count();
  }
}
