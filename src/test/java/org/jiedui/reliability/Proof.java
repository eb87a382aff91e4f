package org.jiedui.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * One row of {@code src/docs/reliability.md}: what is broken on purpose, and the weaker program
 * that the same test finds out. The test that breaks it calls {@link #record}.
 *
 * <p>A row lists a control where there is one; {@code -} says that the test compares with known
 * answers instead.
 */
public enum Proof {
  PUBLISH_KILL(
      "publish",
      "death before or after every step of publishing, then a second run",
      "a publisher that overwrites in place"),
  PUBLISH_KILL_ON_DISK("publish", "death after every fourth step, on a real disk", "-"),
  PUBLISH_KILL_9(
      "publish",
      "kill -9 of a process at random times and at named calls, then another one",
      "a publisher that does not look for what is there"),
  PUBLISH_KILL_9_THOROUGH(
      "publish",
      "kill -9 of five hundred processes at random times, each followed by another one",
      "a publisher that does not look for what is there"),
  PUBLISH_IO_ERROR("publish", "an input/output error at every step of publishing", "-"),
  PUBLISH_ERRORS(
      "publish",
      "errors of five kinds at every step of a night, once and for ever",
      "a publisher that overwrites and swallows the exception"),
  PUBLISH_DISK_FULL(
      "publish", "a disk full at every 97th byte", "a publisher that overwrites in place"),
  PUBLISH_SMALL_DISK(
      "publish",
      "real small disks that fill up while nights are published",
      "a publisher that overwrites in place"),
  PUBLISH_SHORT_WRITE(
      "publish",
      "bytes lost without a word, from every 97th byte on",
      "a publisher that does not read back"),
  PUBLISH_POWER_LOSS(
      "publish",
      "loss of power at a random step; what was not forced is lost",
      "a publisher that forces nothing"),
  PUBLISH_POWER_LOSS_THOROUGH(
      "publish",
      "the same over many more seeds in the thorough profile",
      "a publisher that forces nothing"),
  PUBLISH_ALREADY(
      "publish",
      "loss of power right after the word that a night is published already",
      "a publisher that does not force what another one wrote"),
  PUBLISH_RACE(
      "publish",
      "another night published between any two steps",
      "a store without exclusive creation"),
  PUBLISH_SAME_NIGHT(
      "publish",
      "the same night published twice at once",
      "a publisher that looks for what is there before its work only"),
  PUBLISH_SAME_NIGHT_THOROUGH(
      "publish",
      "two processes that publish each of two hundred nights at once",
      "a publisher that does not look for what is there"),
  PUBLISH_SLEEPER(
      "publish",
      "a correction between any two steps of an older run",
      "a publisher that looks at the latest version at the end only"),
  PUBLISH_INTERLEAVED(
      "publish",
      "orders of two times nine steps at the commit log: the same night, and two nights",
      "a record filled after it has its name; no exclusive creation"),
  PUBLISH_INTERLEAVED_THOROUGH(
      "publish",
      "all 48,620 orders of two times nine steps, for each of the two",
      "a record filled after it has its name; no exclusive creation"),
  PUBLISH_STORM(
      "publish",
      "eight writers, some of whom die, and sixteen readers in seeded orders of all their calls",
      "no exclusive creation"),
  PUBLISH_STORM_THOROUGH(
      "publish",
      "the same in two hundred orders",
      "no exclusive creation; a record filled after it has its name"),
  PUBLISH_STORM_ON_DISK_THOROUGH(
      "publish",
      "reads while eight processes publish for half an hour and are killed at random (kill -9)",
      "a reader of everything in data/"),
  PUBLISH_READERS(
      "publish",
      "looks while versions are made: DuckDB at one and at two tables, the rule",
      "a reader of everything in data/"),
  PUBLISH_READERS_THOROUGH(
      "publish",
      "the same with fifteen readers, three hundred looks each",
      "a reader of everything in data/"),
  PUBLISH_READERS_NODE_THOROUGH(
      "publish",
      "looks by a reader in Node, which opens the table for each part of it",
      "a reader of everything in data/"),
  PUBLISH_THREADS("publish", "eight threads create one name", "-"),
  PUBLISH_DAMAGE(
      "publish", "published files with a flipped bit or cut short", "comparing sizes alone"),
  PUBLISH_DAMAGED_RECORD(
      "publish",
      "damaged records of the commit log",
      "a publisher that counts from the highest whole record"),
  PUBLISH_PROTOCOL(
      "publish",
      "repositories of earlier releases, and records and manifests of a newer one",
      "a reader that does not look at the protocol"),
  PUBLISH_CLOCK(
      "publish", "clocks off by two days and running backwards", "order by the time of commit"),
  PUBLISH_CORRECTION(
      "publish", "late corrections of one of five nights", "files known by name and size"),
  PUBLISH_SOAK(
      "publish",
      "ninety nights of arrivals, corrections, redeliveries, gates, deaths, losses of power",
      "the same nights without force"),
  PUBLISH_SOAK_THOROUGH(
      "publish", "twenty times ninety such nights", "the same nights without force"),
  PUBLISH_COLLECT(
      "publish",
      "death at every step of a collection while a slow reader holds a version",
      "deleting in one phase"),
  PUBLISH_LEASE(
      "publish", "stale, foreign and corrupt leases, made by hand", "a lease as the only lock"),
  PUBLISH_HDFS(
      "publish", "eight writers of one name on HDFS (with -Pthorough)", "renaming with overwrite"),
  PUBLISH_HDFS_KILL(
      "publish",
      "death after every third step of publishing to HDFS (with -Pthorough)",
      "a publisher that overwrites in place"),
  PUBLISH_NAMES("publish", "names that lead out of the store", "-"),
  RUN_SIGNAL(
      "run",
      "SIGINT and SIGTERM at random times: stopped within 5 s, nothing left behind",
      "a process that undoes nothing"),
  RUN_SIGNAL_THOROUGH(
      "run", "the same a hundred times in the thorough profile", "a process that undoes nothing"),
  RUN_SETTINGS(
      "run",
      "the sample study in 1, 7 and 64 partitions: the same bytes",
      "sums of doubles by Spark"),
  RUN_SETTINGS_THOROUGH(
      "run",
      "the sample study in twelve settings: 1 to 64 partitions, 1 to 16 cores, adaptive or not,"
          + " inputs in any order",
      "sums of doubles by Spark"),
  RUN_CLUSTER_THOROUGH(
      "run",
      "a worker killed in a stage, tasks that fail, an executor lost with what it had shuffled",
      "tasks that append to the place that is read"),
  RUN_CLOCK_THOROUGH(
      "run",
      "nights under clocks two days off and across the end of summer time: order, lease, garbage",
      "order by the clock of each run"),
  RUN_SCHEDULES_THOROUGH(
      "run",
      "missed nights made up for by the line of cron, started twice at once",
      "a night named after the moment of its start"),
  RUN_MEMORY(
      "run",
      "the whole study on ten times the sample in 512 MiB (with -Pthorough)",
      "collecting the rows without a budget"),
  RUN_HARDENED(
      "run",
      "files and folders of a run under umask 0, with secrets in settings and environment",
      "a log of settings that are not masked"),
  INGEST_INCREMENTAL(
      "ingest",
      "nights of new, corrected, withdrawn and redelivered files, in two orders (with -Pthorough all"
          + " 24), against runs from nothing",
      "panel, levels, verdicts or rejects reused whatever they were made from"),
  INGEST_KILLED(
      "ingest",
      "rows of a landing that is killed after two of its tasks, and started again",
      "Spark's append to one folder"),
  INGEST_CHANGING(
      "ingest",
      "a file that is written to while it is read",
      "reading without a second look at the digest"),
  INGEST_AGAIN(
      "ingest",
      "a file again: renamed, other line ends, byte order mark, order, quotes, encoding, zip",
      "files known by name and time"),
  INGEST_CUT_TEXT(
      "ingest",
      "a CSV of 4 KiB, in UTF-8 and GB18030, cut at every byte",
      "splitting lines and cells"),
  INGEST_CUT_BINARY("ingest", "a workbook and a Parquet file cut at every byte", "-"),
  INGEST_MUTATIONS("ingest", "files with a few random bytes changed, in every build", "-"),
  INGEST_MUTATIONS_THOROUGH(
      "ingest", "the same in the thorough profile: CSV, GB18030, XLSX and Parquet", "-"),
  INGEST_HOSTILE_THOROUGH(
      "ingest",
      "hostile files: bombs, entities, devices, lies about sizes, in a JVM of their own",
      "the files that a limit holds back, with the limits off");

  private final String room;
  private final String fault;
  private final String control;

  Proof(String room, String fault, String control) {
    this.room = room;
    this.fault = fault;
    this.control = control;
  }

  String room() {
    return room;
  }

  String fault() {
    return fault;
  }

  String control() {
    return control;
  }

  /**
   * Writes this row into the document with {@code -Dreliability=write}; otherwise says where the
   * document claims what these counts do not bear out.
   */
  public synchronized void record(Counts counts) {
    try {
      var document = new ReliabilityDocument(Path.of("src/docs/reliability.md"));
      if ("write".equals(System.getProperty("reliability"))) {
        document.write(this, counts);
      } else {
        document.compare(this, counts);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
