package org.jiedui.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;

/**
 * A process of its own on a small disk that it fills up but for some KiB before a night is
 * published over another one. It prints how often that was tried, how often it went wrong, and how
 * often with a publisher that overwrites.
 */
public final class SmallDisk {
  private static final int KIB = 1024;
  private static final int MOST_LEFT = 96 * KIB;
  private static final int STEP = 4 * KIB;

  /** Without the look at free space before it, which would not even begin here. */
  private static final Trial.Protocol BOLD =
      new Trial.Protocol() {
        @Override
        public void publish(Store store, int content) {
          Trial.publish(store, Trial.NIGHT, content);
        }

        @Override
        public int visible(Store store) throws IOException {
          return Trial.visible(store);
        }
      };

  private final Path root;

  private SmallDisk(Path root) {
    this.root = root;
  }

  public static void main(String... words) throws IOException {
    SmallDisk disk = new SmallDisk(Path.of(words[0]));
    int points = 0;
    int wrong = 0;
    int weaker = 0;
    for (int left = 0; left <= MOST_LEFT; left += STEP) {
      points++;
      wrong += disk.holds(BOLD, "whole" + left, left) ? 0 : 1;
      weaker += disk.holds(Trial.OVERWRITE, "weak" + left, left) ? 0 : 1;
    }
    System.out.println("tried " + points + " " + wrong + " " + weaker);
  }

  /** The old night or the new one is seen, and the new one when there is room again. */
  private boolean holds(Trial.Protocol protocol, String folder, int left) throws IOException {
    Store store = new LocalStore(root.resolve(folder));
    protocol.publish(store, 1);
    Path filler = fill(left);
    boolean honest = publishes(protocol, crowded(store, left));
    boolean whole = sees(protocol, store, 1) || sees(protocol, store, 2);
    Files.delete(filler);
    return honest && whole && publishes(protocol, store) && sees(protocol, store, 2);
  }

  /** Whether it ends well or says honestly that it does not. */
  private static boolean publishes(Trial.Protocol protocol, Store store) {
    try {
      protocol.publish(store, 2);
      return true;
    } catch (InputException e) {
      return e.exit() == ExitCode.STORAGE && e.getMessage().contains("DISK_FULL");
    } catch (IOException e) {
      return true;
    }
  }

  private static boolean sees(Trial.Protocol protocol, Store store, int content) {
    try {
      return protocol.visible(store) == content;
    } catch (AssertionError | IOException | RuntimeException torn) {
      return false;
    }
  }

  /** Another program takes what is freed. */
  private Store crowded(Store store, int left) {
    return new WeakStore(store) {
      @Override
      public void delete(String name) throws IOException {
        super.delete(name);
        fill(left);
      }
    };
  }

  private Path fill(int left) throws IOException {
    Path filler = root.resolve("filler");
    long free = Files.getFileStore(root).getUsableSpace();
    byte[] bytes = new byte[(int) Math.max(0, free - left)];
    return Files.write(filler, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
