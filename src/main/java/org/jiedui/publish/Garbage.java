package org.jiedui.publish;

import org.jiedui.message.Text;

/**
 * One thing that is of no more use.
 *
 * @param name within the folder of its report, or of the study's runs
 * @param version number of the version it was, 0 for none
 */
public record Garbage(Kind kind, String name, long version, long bytes) {
  /** What it is, and with that what becomes of it. */
  public enum Kind {
    /** A version that the rule of retention does not keep: into the trash. */
    VERSION(Text.of("过期版本", "expired version"), Text.of("移入 _trash", "moved to _trash")),
    /** An attempt that nobody committed: into the trash. */
    ORPHAN(Text.of("未发布的运行", "attempt without a commit"), Text.of("移入 _trash", "moved to _trash")),
    /** In the trash for long enough: deleted. */
    TRASHED(Text.of("_trash 中已满 7 天", "7 days in _trash"), Text.of("删除", "deleted")),
    /** A file that was never finished: deleted. */
    TEMPORARY(Text.of("残留临时文件", "temporary file left over"), Text.of("删除", "deleted")),
    /** Work of a run that never came to its end: deleted. */
    UNFINISHED(Text.of("中断运行的残留", "left by a run that was cut off"), Text.of("删除", "deleted")),
    /** Kept to save work; no version is explained with it, and no run has used it: deleted. */
    UNUSED(
        Text.of("60 天未用的中间结果", "intermediate result unused for 60 days"), Text.of("删除", "deleted"));

    private final Text label;
    private final Text fate;

    Kind(Text label, Text fate) {
      this.label = label;
      this.fate = fate;
    }

    public Text label() {
      return label;
    }

    public Text fate() {
      return fate;
    }
  }
}
