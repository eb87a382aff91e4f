package org.jiedui.publish;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** Can a report be published here? Asked before any work is done. */
final class Preflight {
  private static final int TIMES = 3;
  private static final long LEAST = 16L << 20;

  private final Report report;
  private final Store store;

  Preflight(Report report) {
    this.report = report;
    this.store = report.store();
  }

  /**
   * Throws with exit 6 when there is too little room or no permission, and with exit 2 when the
   * store gives one name to two writers.
   *
   * @param inputBytes size of what is read; landing and archive keep about as much
   */
  void check(long inputBytes, String token) throws IOException {
    try {
      new Probe(store).exclusive(report.id() + "/_locks", token);
    } catch (Probe.NotExclusive e) {
      throw new InputException(ExitCode.USAGE, notExclusive(e));
    }
    room(inputBytes);
  }

  private void room(long inputBytes) throws IOException {
    Optional<Version> head = report.head();
    long estimate = Math.max(LEAST, inputBytes + head.map(Preflight::bytes).orElse(0L));
    OptionalLong free = store.free();
    if (free.isPresent() && free.getAsLong() < TIMES * estimate) {
      throw new InputException(
          ExitCode.STORAGE, full(TIMES * estimate, free.getAsLong(), head.map(Version::commit)));
    }
  }

  /** A version that cannot be read says nothing of the next one's size. */
  private static long bytes(Version version) {
    try {
      return version.bytes();
    } catch (InputException damaged) {
      return 0;
    }
  }

  private Problem full(long needed, long free, Optional<Commit> head) throws IOException {
    String sizes = size(free);
    String more = size(needed - free);
    long expired =
        new GarbageCollection(report, "").plan().stream().mapToLong(Garbage::bytes).sum();
    return full(place() + "   " + needed(needed, sizes))
        .because(
            "没有发布任何内容" + head.map(c -> ";" + zh(c.seq(), c.asOf())).orElse(""),
            "nothing was published" + head.map(c -> "; " + en(c.seq(), c.asOf())).orElse(""))
        .fix(
            "腾出 " + more + "(jiedui gc --dry-run 列出可清理的 " + size(expired) + " 过期版本),然后重新执行同一条命令",
            "free "
                + more
                + " (jiedui gc --dry-run shows "
                + size(expired)
                + " of expired versions), then run the same command again; finished ingest work is"
                + " reused");
  }

  static Problem full(String place) {
    return Problem.error("DISK_FULL", Text.of("磁盘空间不足,无法发布", "not enough space to publish"))
        .at(place);
  }

  private static String needed(long needed, String free) {
    return "needed " + size(needed) + ", free " + free;
  }

  private static String zh(long seq, LocalDate asOf) {
    return "当前报告仍为第 " + seq + " 版(" + asOf + ")";
  }

  private static String en(long seq, LocalDate asOf) {
    return "version " + seq + " (" + asOf + ") is still the current report";
  }

  private Problem notExclusive(IOException cause) {
    return Problem.error(
            "STORE_NOT_EXCLUSIVE",
            Text.of(
                "该存储不能保证一个名字只由一个写入者得到:" + cause.getMessage(),
                "this storage does not keep a name to one writer: " + cause.getMessage()))
        .at(place())
        .because("两次同时进行的运行会互相覆盖", "two runs at once would overwrite each other")
        .fix(
            "换一个支持硬链接的目录;或确保只有一个写入者,并在研究设置中写 publish.single-writer = true",
            "use a place with hard links; or make sure that only one run writes, and set"
                + " publish.single-writer = true in the study");
  }

  private String place() {
    return store.place(report.id());
  }

  /** Such as 1.4 GiB or 212 MiB. */
  static String size(long bytes) {
    if (bytes >= 1L << 30) {
      return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
    }
    return bytes >= 1L << 20 ? (bytes >> 20) + " MiB" : (bytes >> 10) + " KiB";
  }
}
