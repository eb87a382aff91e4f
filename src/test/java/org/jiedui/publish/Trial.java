package org.jiedui.publish;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jiedui.message.ExitCode;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.Spec;
import org.jiedui.table.Type;

/** A report of two tables, all of whose values are the number of their content. */
final class Trial {
  static final LocalDate NIGHT = LocalDate.of(2026, 11, 21);
  static final String ID = "trial";

  /** One row per key. */
  enum Row implements Field {
    ID(key(Type.TEXT, "编号", "Id")),
    CONTENT(measure(Type.INT, "1", "内容", "Content"));

    private final Spec spec;

    Row(Spec spec) {
      this.spec = spec;
    }

    @Override
    public Spec spec() {
      return spec;
    }
  }

  /** A way to publish and to read, whole or weakened. */
  interface Protocol {
    void publish(Store store, int content) throws IOException;

    /** The content that is visible, 0 for none; fails when it is no whole content. */
    int visible(Store store) throws IOException;
  }

  /** The real thing. */
  static final Protocol COMMIT_LOG =
      new Protocol() {
        @Override
        public void publish(Store store, int content) {
          Trial.night(store, NIGHT, content);
        }

        @Override
        public int visible(Store store) throws IOException {
          return Trial.visible(store);
        }
      };

  /** What one writes without thinking: the new files over the old ones. */
  static final Protocol OVERWRITE =
      new Protocol() {
        @Override
        public void publish(Store store, int content) throws IOException {
          for (String table : List.of("a", "b")) {
            String file = ID + "/" + table + ".parquet";
            store.delete(file);
            Frame frame = frame(table, content);
            try (var writer =
                new TableFile.Writer(store.write(file), table, frame.fields(), Map.of())) {
              for (Object[] row : frame.rows()) {
                writer.append(row);
              }
            }
            store.force(file);
            new Durable(store).forceUp(ID);
          }
        }

        @Override
        public int visible(Store store) throws IOException {
          if (store.list(ID).isEmpty()) {
            return 0;
          }
          return same(
              TableFile.read(store.read(ID + "/a.parquet")),
              TableFile.read(store.read(ID + "/b.parquet")));
        }
      };

  private static final AtomicLong TOKENS = new AtomicLong();

  private Trial() {}

  static Report report(Store store) {
    return report(store, () -> String.format("%032x", TOKENS.incrementAndGet()));
  }

  static Report report(Store store, Supplier<String> tokens) {
    return new Report(store, ID, tokens);
  }

  /** All steps of a night: look, take the lease, publish, write the account, let go. */
  static Outcome night(Store store, LocalDate asOf, int content) {
    Report report = report(store);
    report.preflight(1_000);
    try (Lease lease = report.lease()) {
      Outcome outcome = publish(store, asOf, content);
      report.record(account(asOf, outcome));
      return outcome;
    }
  }

  /** As if ten minutes had passed, or as if it was deleted by hand. */
  static void loseLease(Store store) throws IOException {
    store.delete(ID + "/" + Lease.FILE);
  }

  private static RunReport account(LocalDate asOf, Outcome outcome) {
    return new RunReport(
        "night",
        Optional.of(new RunReport.Key(ID, asOf)),
        outcome.version().commit().attempt(),
        outcome.kind().name().toLowerCase(Locale.ROOT),
        ExitCode.OK,
        outcome.version().seq(),
        outcome.version().commit().fingerprint(),
        Instant.EPOCH,
        Instant.EPOCH,
        Map.of(),
        Map.of(),
        List.of(),
        List.of());
  }

  static Outcome publish(Store store, LocalDate asOf, int content) {
    return finish(report(store).begin(asOf), content, inputs(content));
  }

  static Outcome finish(Attempt attempt, int content, Inputs inputs) {
    attempt.write(frame("a", content));
    attempt.write(frame("b", content));
    attempt.writeText("reconciliation.json", "{\"content\": " + content + "}\n");
    return attempt.commit(inputs, Map.of());
  }

  static Inputs inputs(int content) {
    return new Inputs(
        List.of(new InputDigest("file.csv", Fingerprint.of("content " + content))),
        Fingerprint.of("configuration"),
        List.of(),
        "0.1.0");
  }

  /** The same inputs for one who does not know them again. */
  static Inputs salted(int content) {
    Inputs inputs = inputs(content);
    String other = Fingerprint.of(UUID.randomUUID().toString());
    return new Inputs(inputs.files(), other, List.of(), inputs.code());
  }

  static Frame frame(String table, int content) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      rows.add(new Object[] {"id" + i, content});
    }
    return Frame.of(table, Row.values(), rows);
  }

  /** By the reader's rule, and by the name {@code latest}, which must be whole but may be older. */
  static int visible(Store store) throws IOException {
    boolean hinted = store.list(ID).stream().anyMatch(entry -> entry.name().equals("latest"));
    if (hinted) {
      same(
          TableFile.read(store.read(ID + "/latest/a.parquet")),
          TableFile.read(store.read(ID + "/latest/b.parquet")));
    }
    return report(store).head().map(Trial::content).orElse(0);
  }

  static int content(Version version) {
    return same(version.read("a"), version.read("b"));
  }

  /** Numbers once each, parents in a chain, and no night twice with the same inputs. */
  static void checkHistory(Store store) {
    Report report = report(store);
    if (!report.verifyLog().isEmpty()) {
      throw new AssertionError(report.verifyLog());
    }
    List<Commit> commits = report.history().commits();
    for (int i = 1; i < commits.size(); i++) {
      Commit before = commits.get(i - 1);
      Commit after = commits.get(i);
      if (before.asOf().equals(after.asOf()) && before.fingerprint().equals(after.fingerprint())) {
        throw new AssertionError("published twice: " + before + " and " + after);
      }
    }
  }

  private static int same(Frame a, Frame b) {
    Set<Object> contents = new TreeSet<>();
    a.rows().forEach(row -> contents.add(row[1]));
    b.rows().forEach(row -> contents.add(row[1]));
    if (contents.size() != 1 || a.size() != 5 || b.size() != 5) {
      throw new AssertionError("torn: " + contents + ", " + a.size() + "+" + b.size() + " rows");
    }
    return (Integer) contents.iterator().next();
  }
}
