package org.jiedui.job;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiedui.message.Text;

/** What this computer has: Java, Maven, Spark, memory, terminal and programs. */
final class Machine {
  private static final long GIB = 1L << 30;

  private Machine() {}

  static List<Finding> findings() {
    return List.of(java(), maven(), spark(), memory(), cores(), archive(), encoding());
  }

  private static Finding java() {
    Text subject = Text.same("Java");
    int major = Runtime.version().feature();
    String found =
        Runtime.version()
            + " ("
            + System.getProperty("java.vendor")
            + ") "
            + System.getProperty("java.home");
    if (major < 17 || major > 21) {
      return Finding.bad(
          subject,
          Text.same(found),
          Text.of("请把 JAVA_HOME 指向 JDK 17 或 21", "point JAVA_HOME to a JDK 17 or 21"));
    }
    return Finding.good(subject, found);
  }

  private static Finding maven() {
    Text subject = Text.same("Maven");
    return Programs.onPath("mvn")
        .map(file -> Finding.good(subject, file.toString()))
        .orElseGet(
            () ->
                Finding.note(
                    subject, Programs.NOT_FOUND, Text.of("只在构建时需要", "needed only to build")));
  }

  private static Finding spark() {
    Text subject = Text.same("Spark");
    Path home = Path.of(System.getenv().getOrDefault("SPARK_HOME", "target/spark-home"));
    Optional<String> core = coreJar(home.resolve("jars"));
    if (core.isEmpty()) {
      return Finding.bad(
          subject,
          Text.of(home + " 中没有 Spark", "no Spark in " + home),
          Text.of("运行 mvn package,或设置 SPARK_HOME", "run mvn package, or set SPARK_HOME"));
    }
    return Finding.good(subject, core.get() + "  " + home);
  }

  private static Optional<String> coreJar(Path jars) {
    try (Stream<Path> files = Files.list(jars)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("spark-core_"))
          .map(name -> name.replace(".jar", "").replace("spark-core_", "Scala/Spark "))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Finding memory() {
    Text subject = Text.of("内存", "Memory");
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long bytes = system.getTotalMemorySize();
    String found = tenths(bytes) + " GiB";
    if (bytes < 4 * GIB) {
      return Finding.note(
          subject,
          Text.same(found),
          Text.of("建议 4 GiB 以上;可用 --driver-memory 1g", "4 GiB advised; try --driver-memory 1g"));
    }
    return Finding.good(subject, found);
  }

  private static Finding cores() {
    return Finding.good(
        Text.of("处理器核", "Cores"), String.valueOf(Runtime.getRuntime().availableProcessors()));
  }

  private static Finding archive() {
    Text subject = Text.of("类归档", "Class archive");
    boolean used =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .anyMatch(option -> option.startsWith("-XX:SharedArchiveFile="));
    if (used) {
      return Finding.good(subject, "-XX:SharedArchiveFile");
    }
    return Finding.note(
        subject,
        Text.of("尚未生成", "not made yet"),
        Text.of(
            "首次 run 之后在后台生成,启动更快", "made in the background after the first run; faster starts"));
  }

  private static Finding encoding() {
    Text subject = Text.of("终端编码", "Terminal encoding");
    Charset out =
        charset("stdout.encoding", charset("sun.stdout.encoding", Charset.defaultCharset()));
    Charset names = charset("sun.jnu.encoding", StandardCharsets.UTF_8);
    Text found = Text.of("输出 " + out + ",文件名 " + names, "output " + out + ", file names " + names);
    if (out.equals(StandardCharsets.UTF_8) && names.equals(StandardCharsets.UTF_8)) {
      return new Finding(Finding.State.GOOD, subject, found, Text.NONE);
    }
    return Finding.note(
        subject, found, Text.of("建议 export LC_ALL=C.UTF-8", "advised: export LC_ALL=C.UTF-8"));
  }

  private static Charset charset(String property, Charset otherwise) {
    String name = System.getProperty(property, "");
    return name.isEmpty() ? otherwise : Charset.forName(name);
  }

  /** Gibibytes with one digit behind the point. */
  static String tenths(long bytes) {
    long tenths = bytes / (GIB / 10);
    return tenths / 10 + "." + tenths % 10;
  }
}
