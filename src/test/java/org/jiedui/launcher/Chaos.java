package org.jiedui.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Executors that fail as they do in life. {@code tasks}: the first attempt of one task in three
 * fails when its work is done. {@code executor}: one executor dies in a stage after it wrote the
 * shuffle files that this stage reads. What was broken leaves a file in a folder.
 */
public final class Chaos implements SparkPlugin {
  static final String KIND = "spark.jiedui.chaos";
  static final String FOLDER = "spark.jiedui.chaos.folder";

  @Override
  public DriverPlugin driverPlugin() {
    return null;
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new Failing();
  }

  private static final class Failing implements ExecutorPlugin {
    private static final int ONE_IN = 3;

    private Path folder;
    private boolean killing;
    private volatile int shuffled = Integer.MAX_VALUE;

    @Override
    public void init(PluginContext context, Map<String, String> extra) {
      folder = Path.of(context.conf().get(FOLDER));
      killing = context.conf().get(KIND).equals("executor");
    }

    @Override
    public void onTaskStart() {
      TaskContext task = TaskContext.get();
      if (killing) {
        dieOnce(task);
        task.addTaskCompletionListener((TaskCompletionListener) this::remember);
      } else if (task.attemptNumber() == 0 && unlucky(task)) {
        task.addTaskCompletionListener((TaskCompletionListener) this::fail);
      }
    }

    private static boolean unlucky(TaskContext task) {
      return Math.floorMod(
              (task.stageId() * 31L + task.partitionId()) * 0x9E3779B97F4A7C15L, ONE_IN)
          == 0;
    }

    private void fail(TaskContext task) {
      mark("task-" + task.stageId() + "-" + task.partitionId());
      throw new IllegalStateException("a task that fails by chance");
    }

    private void remember(TaskContext task) {
      if (task.taskMetrics().shuffleWriteMetrics().bytesWritten() > 0) {
        shuffled = Math.min(shuffled, task.stageId());
      }
    }

    private void dieOnce(TaskContext task) {
      if (task.stageId() > shuffled && mark("executor")) {
        Runtime.getRuntime().halt(137);
      }
    }

    /** Whether this is the first time. */
    private boolean mark(String name) {
      try {
        Files.createFile(folder.resolve(name));
        return true;
      } catch (FileAlreadyExistsException e) {
        return false;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
