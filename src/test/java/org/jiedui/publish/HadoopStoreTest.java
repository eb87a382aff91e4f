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

  private static Store overwriting(Store store) {
    return new WeakStore(store) {
      @Override
      public void link(String from, String to) throws IOException {
        move(from, to);
      }
    };
  }
}
