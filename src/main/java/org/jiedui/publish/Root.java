package org.jiedui.publish;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/**
 * Where reports are kept, as it is written: a folder of this machine or of a network file system,
 * or a folder of HDFS ({@code hdfs://host/folder}).
 *
 * @param singleWriter somebody promises that only one run writes at a time: any storage will do
 */
public record Root(String text, boolean singleWriter) {
  public static Root of(String text) {
    return new Root(text, false);
  }

  /** Whether it is a folder that plain file names reach. */
  public boolean isLocal() {
    return scheme().equals("file");
  }

  /** The folder; only where {@link #isLocal()}. */
  public Path path() {
    return text.startsWith("file:") ? Path.of(URI.create(text)) : Path.of(text);
  }

  /** Throws with exit 2 for storage that is not known to keep a name to one writer. */
  public Store store() {
    if (isLocal()) {
      LocalStore local = new LocalStore(path());
      return singleWriter ? new SingleWriterStore(local) : local;
    }
    if (!scheme().equals("hdfs") && !singleWriter) {
      throw new InputException(ExitCode.USAGE, unsupported());
    }
    return Storage.call(this::hadoop);
  }

  private Store hadoop() throws IOException {
    HadoopStore store = HadoopStore.at(URI.create(text));
    return singleWriter ? new SingleWriterStore(store) : store;
  }

  private String scheme() {
    int colon = text.indexOf("://");
    return colon < 0 ? "file" : text.substring(0, colon).toLowerCase(Locale.ROOT);
  }

  private Problem unsupported() {
    return Problem.error(
            "STORE_UNSUPPORTED",
            Text.of("不支持发布到 " + scheme(), "publishing to " + scheme() + " is not supported"))
        .at(text)
        .expected("本机或网络目录,或 hdfs://…", "a folder, or hdfs://…")
        .because("不能保证一个名字只由一个写入者得到", "it is not known to keep a name to one writer")
        .fix(
            "若确保只有一个写入者,可在研究设置中写 publish.single-writer = true",
            "when only one run ever writes, set publish.single-writer = true in the study");
  }
}
