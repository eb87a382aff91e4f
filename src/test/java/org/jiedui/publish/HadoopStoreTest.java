package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.jiedui.message.InputException;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a small HDFS: a name node and a data node in this process. */
@Tag("thorough")
class HadoopStoreTest extends StoreContract {
  @TempDir static Path folder;
  private static MiniDFSCluster cluster;
  private static int next;

  @BeforeAll
  static void start() throws IOException {
    Configuration settings = new Configuration();
    settings.set("hdfs.minidfs.basedir", Files.createDirectories(folder.resolve("dfs")).toString());
    cluster = new MiniDFSCluster.Builder(settings).numDataNodes(1).build();
    cluster.waitActive();
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.shutdown();
    }
  }

  @Override
  Store fresh() {
    return Root.of(cluster.getURI() + "/root" + next++).store();
  }

  @Test
  void renamingWithOverwriteWouldLetSeveralWritersHaveOneName() throws Exception {
    int rounds = 10;
    int ours = 0;
    int weaker = 0;
    for (int round = 0; round < rounds; round++) {
      ours += winners(fresh(), "a/name.json") == 1 ? 0 : 1;
      weaker += winners(overwriting(fresh()), "a/name.json") == 1 ? 0 : 1;
    }
    assertThat(ours).isZero();
    assertThat(weaker).isPositive();
    assertThatThrownBy(() -> Trial.night(overwriting(fresh()), Trial.NIGHT, 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("STORE_NOT_EXCLUSIVE");
    Proof.PUBLISH_HDFS.record(Counts.of(rounds, ours).control(rounds, weaker));
  }

  @Override
  @Test
  void deathAtAStepLeavesTheOldVersionOrTheNewOne() throws Exception {
    FaultStore counting = FaultStore.counting(fresh());
    Trial.publish(counting, Trial.NIGHT, 1);
    int cases = 0;
    int failures = 0;
    for (int step = 1; step <= counting.steps(); step += 3) {
      failures += isWholeAfterDeath(step) ? 0 : 1;
      cases++;
    }
    assertThat(failures).isZero();
    FaultStore overwriting = FaultStore.counting(fresh());
    Trial.OVERWRITE.publish(overwriting, 1);
    int weaker = 0;
    for (int step = 1; step <= overwriting.steps(); step++) {
      weaker += isTornByOverwriting(step) ? 1 : 0;
    }
    assertThat(weaker).isPositive();
    Proof.PUBLISH_HDFS_KILL.record(Counts.of(cases, failures).control(overwriting.steps(), weaker));
  }

  private boolean isWholeAfterDeath(int step) throws IOException {
    Store store = fresh();
    Trial.publish(store, Trial.NIGHT, 1);
    try {
      Trial.publish(FaultStore.failing(store, step, FaultStore.Fault.KILL_AFTER), Trial.NIGHT, 2);
    } catch (FaultStore.Killed killed) {
      int seen = Trial.visible(store);
      Trial.publish(store, Trial.NIGHT, 2);
      Trial.checkHistory(store);
      return (seen == 1 || seen == 2) && Trial.visible(store) == 2;
    }
    return false;
  }

  /** The control. */
  private boolean isTornByOverwriting(int step) throws IOException {
    Store store = fresh();
    Trial.OVERWRITE.publish(store, 1);
    try {
      Trial.OVERWRITE.publish(FaultStore.failing(store, step, FaultStore.Fault.KILL_AFTER), 2);
      return false;
    } catch (FaultStore.Killed killed) {
      return isTorn(store);
    }
  }

  private static boolean isTorn(Store store) {
    try {
      return Trial.OVERWRITE.visible(store) == 0;
    } catch (AssertionError | IOException | RuntimeException torn) {
      return true;
    }
  }

  private static Store overwriting(Store store) {
    return new WeakStore(store) {
      @Override
      public void link(String from, String to) throws IOException {
        move(from, to);
      }
    };
  }
}
