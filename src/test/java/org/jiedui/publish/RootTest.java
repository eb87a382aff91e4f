package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Storage by the name of its root. */
class RootTest {
  @TempDir private Path folder;

  @Test
  void foldersAreLocalWhetherWrittenAsPathOrAsUri() {
    assertThat(Root.of("some/folder").store()).isInstanceOf(LocalStore.class);
    assertThat(Root.of("file:///some/folder").path()).isEqualTo(Path.of("/some/folder"));
    assertThat(Root.of("hdfs://name/folder").isLocal()).isFalse();
  }

  @Test
  void otherStorageIsRefusedUnlessOneWriterIsPromised() {
    for (String root : new String[] {"s3a://bucket/x", "abfs://c@a/x", "gs://b", "viewfs://x/y"}) {
      assertThatThrownBy(() -> Root.of(root).store())
          .isInstanceOfSatisfying(
              InputException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.USAGE))
          .hasMessageContaining("STORE_UNSUPPORTED");
    }
  }

  @Test
  void withoutHardLinksPublishingIsRefusedUnlessOneWriterIsPromised() throws Exception {
    Store none = withoutHardLinks(new LocalStore(folder));
    assertThatThrownBy(() -> Trial.night(none, Trial.NIGHT, 1))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("STORE_NOT_EXCLUSIVE");

    Store promised = new SingleWriterStore(none);
    Trial.night(promised, Trial.NIGHT, 1);
    Trial.night(promised, Trial.NIGHT, 2);
    assertThat(Trial.visible(promised)).isEqualTo(2);
  }

  private static Store withoutHardLinks(Store store) {
    return new WeakStore(store) {
      @Override
      public void link(String from, String to) throws IOException {
        if (!to.contains(".latest")) {
          throw new FileSystemException(to, from, "Operation not permitted");
        }
        super.link(from, to);
      }
    };
  }
}
