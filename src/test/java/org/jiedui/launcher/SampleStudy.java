package org.jiedui.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The sample study with records of its own, in a folder of one test. */
public record SampleStudy(Path study, Path records) {
  public static SampleStudy in(Path folder) throws IOException {
    Path conf = Launcher.PROJECT.resolve("conf");
    Path records = Files.createDirectories(folder.resolve("records"));
    try (Stream<Path> files = Files.list(conf.resolve("../sample-data/counties/records"))) {
      for (Path file : files.toList()) {
        Files.copy(file, records.resolve(file.getFileName()));
      }
    }
    String text =
        Files.readString(conf.resolve("study.conf"))
            .replace("../sample-data/counties/records", records.toString())
            .replaceAll("\"\\.\\./", "\"" + conf + "/../")
            .replaceAll(
                "= \"(schema.conf|indicators|claims.conf|prices/cpi.csv)\"",
                "= \"" + conf + "/$1\"");
    return new SampleStudy(Files.writeString(folder.resolve("study.conf"), text), records);
  }
}
