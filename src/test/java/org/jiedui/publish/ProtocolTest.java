package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Repositories that earlier releases left open and can be added to; what a newer release wrote is
 * refused. A release adds its own with {@code -Drelease=write}.
 */
class ProtocolTest {
  private static final Path RELEASES = Path.of("src/test/resources/repositories");
  private static final String RECORD = Trial.ID + "/_commits/" + Commit.fileName(2);

  @TempDir private Path folder;

  @Test
  void everyReleaseOpensAndNewerOnesAreRefused() throws Exception {
    if ("write".equals(System.getProperty("release"))) {
      write(RELEASES.resolve(ProgramVersion.current()));
    }
    int failures = 0;
    List<Path> releases = releases();
    assertThat(releases).isNotEmpty();
    for (Path release : releases) {
      failures += opensAndGrows(release) ? 0 : 1;
    }
    failures += isRefused(newerRecord()) ? 0 : 1;
    failures += isRefused(newerManifest()) ? 0 : 1;
    assertThat(failures).isZero();
    int guessed = isRefused(withoutALookAtTheProtocol(newerRecord())) ? 0 : 1;
    assertThat(guessed).isPositive();
    Proof.PUBLISH_PROTOCOL.record(Counts.of(releases.size() + 2L, failures).control(1, guessed));
  }

  /** A night, its correction, a night after it that was held and approved, and a pin. */
  private static void write(Path root) throws IOException {
    Store store = new LocalStore(root);
    Trial.publish(store, Trial.NIGHT, 1);
    Trial.publish(store, Trial.NIGHT, 2);
    Attempt held = Trial.report(store).begin(Trial.NIGHT.plusDays(1)).held();
    Commit commit = Trial.finish(held, 3, Trial.inputs(3)).version().commit();
    Report report = Trial.report(store);
    report.approve(commit, "");
    report.pin(report.version(1).orElseThrow().commit(), "Table 2");
    store.delete(Trial.ID + "/latest");
  }

  private static List<Path> releases() throws IOException {
    try (Stream<Path> all = Files.list(RELEASES)) {
      return all.sorted().toList();
    }
  }

  private boolean opensAndGrows(Path release) throws IOException {
    Path root = folder.resolve(release.getFileName());
    copy(release, root);
    Store store = new LocalStore(root);
    Report report = Trial.report(store);
    boolean whole = report.verifyLog().isEmpty() && report.pins().equals(Map.of(1L, "Table 2"));
    for (int seq = 1; seq <= 3; seq++) {
      Version version = report.version(seq).orElseThrow();
      whole &= version.verify().isEmpty() && Trial.content(version) == seq;
    }
    whole &= Trial.visible(store) == 3;
    Trial.publish(store, Trial.NIGHT.plusDays(2), 4);
    Trial.checkHistory(store);
    return whole && Trial.visible(store) == 4;
  }

  /** Of the next protocol, in which a record may say that its version is withdrawn. */
  private static ModelStore newerRecord() throws IOException {
    ModelStore store = published();
    Map<String, Object> tree = Json.object(new Durable(store).text(RECORD));
    tree.put("withdrawn", true);
    put(store, RECORD, signed(tree, Commit.PROTOCOL + 1L));
    return store;
  }

  private static ModelStore newerManifest() throws IOException {
    ModelStore store = published();
    Commit commit = Trial.report(store).version(2).orElseThrow().commit();
    String name = Trial.ID + "/" + commit.manifest();
    String text = new Durable(store).text(name).replace("manifest/1", "manifest/2");
    put(store, name, text);
    Map<String, Object> tree = Json.object(new Durable(store).text(RECORD));
    tree.put("manifestSha256", Sha256.of(text));
    put(store, RECORD, signed(tree, Commit.PROTOCOL));
    return store;
  }

  private static String signed(Map<String, Object> tree, long protocol) {
    tree.remove("recordSha256");
    tree.put("protocol", protocol);
    tree.put("recordSha256", Sha256.of(Json.line(tree)));
    return Json.pretty(tree);
  }

  /** The control: takes every record for one of its own protocol. */
  private static Store withoutALookAtTheProtocol(Store store) {
    return new WeakStore(store) {
      @Override
      public SeekableByteChannel read(String file) throws IOException {
        if (!file.equals(RECORD)) {
          return super.read(file);
        }
        Map<String, Object> tree = Json.object(new Durable(store).text(file));
        return new BytesChannel(signed(tree, Commit.PROTOCOL).getBytes(StandardCharsets.UTF_8));
      }
    };
  }

  private static boolean isRefused(Store store) {
    try {
      Trial.content(Trial.report(store).head().orElseThrow());
      return false;
    } catch (InputException e) {
      return e.exit() == ExitCode.INPUT && e.problems().get(0).code().equals("PROTO_NEWER");
    }
  }

  private static ModelStore published() {
    ModelStore store = new ModelStore();
    Trial.publish(store, Trial.NIGHT, 1);
    Trial.publish(store, Trial.NIGHT, 2);
    return store;
  }

  private static void put(ModelStore store, String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    store.damage(name, old -> Arrays.copyOf(bytes, bytes.length));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(path, to.resolve(from.relativize(path)));
      }
    }
  }
}
