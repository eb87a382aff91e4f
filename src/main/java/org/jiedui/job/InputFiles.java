package org.jiedui.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiedui.ingest.DeliveryLog;
import org.jiedui.ingest.Input;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.run.Study;

/**
 * The raw files a study names: files as they are, folders with everything readable in them and in
 * their folders of one night.
 */
final class InputFiles {
  private static final Set<String> READ =
      Set.of("csv", "tsv", "txt", "xlsx", "xlsm", "xls", "parquet");

  private InputFiles() {}

  /**
   * In the order of the study, within a folder by name; a file that the study names by itself is no
   * part of its folder. Missing ones are told together.
   */
  static List<Input> of(Study study) {
    List<Input> inputs = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Set<Path> single = study.inputs().stream().map(Study.Input::path).collect(Collectors.toSet());
    for (Study.Input declared : study.inputs()) {
      List<Path> files = files(declared.path());
      if (Files.isDirectory(declared.path())) {
        files = files.stream().filter(f -> !single.contains(f)).toList();
      }
      if (files.isEmpty()) {
        problems.add(missing(declared.path()));
      }
      for (Path file : files) {
        inputs.add(new Input(file, declared.table(), declared.source()));
      }
    }
    InputException.throwIfAny(ExitCode.INPUT, problems);
    return inputs;
  }

  /**
   * The files and folders named on a command line. One that the study names too is read as the
   * study says.
   */
  static List<Input> named(List<Path> paths, Study study) {
    List<Input> declared = new ArrayList<>();
    for (Study.Input input : study.inputs()) {
      files(input.path()).forEach(f -> declared.add(new Input(f, input.table(), input.source())));
    }
    List<Input> inputs = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path path : paths) {
      List<Path> files = files(path);
      if (files.isEmpty()) {
        problems.add(missing(path));
      }
      files.forEach(file -> inputs.add(known(file, declared)));
    }
    InputException.throwIfAny(ExitCode.INPUT, problems);
    return inputs;
  }

  /** Size of a file; none when it is gone, which reading it will tell. */
  static long bytes(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      return 0;
    }
  }

  /** Every readable file of a folder and all folders in it but one, by path; exit 4 for none. */
  static List<Path> under(Path dir, Path except) {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(dir)) {
      collect(dir, except.toAbsolutePath().normalize(), files);
    }
    if (files.isEmpty()) {
      throw new InputException(ExitCode.INPUT, missing(dir));
    }
    refuseOutside(dir, files);
    return files;
  }

  /** Hidden folders and linked ones are no part of it. */
  private static void collect(Path folder, Path except, List<Path> files) {
    files.addAll(readable(folder));
    list(folder).stream()
        .filter(f -> Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS))
        .filter(f -> !f.getFileName().toString().startsWith("."))
        .filter(f -> !f.toAbsolutePath().normalize().equals(except))
        .forEach(f -> collect(f, except, files));
  }

  /** The confirmed maps of names that a study declares. */
  static List<Path> codeMaps(Study study) {
    return study.inputs().stream()
        .filter(i -> i.table().equals(Input.CODE_MAP))
        .flatMap(i -> Files.isDirectory(i.path()) ? files(i.path()).stream() : Stream.of(i.path()))
        .toList();
  }

  /** Those of one table. */
  static List<Path> paths(List<Input> inputs, String table) {
    return inputs.stream().filter(i -> i.table().equals(table)).map(Input::path).toList();
  }

  private static Input known(Path file, List<Input> declared) {
    Path whole = file.toAbsolutePath().normalize();
    return declared.stream()
        .filter(d -> d.path().toAbsolutePath().normalize().equals(whole))
        .findFirst()
        .map(d -> new Input(file, d.table(), d.sourceId()))
        .orElseGet(() -> new Input(file, "", ""));
  }

  private static List<Path> files(Path path) {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    List<Path> files = new ArrayList<>(readable(path));
    list(path).stream()
        .filter(f -> night(f).isPresent() && Files.isDirectory(f))
        .forEach(f -> files.addAll(readable(f)));
    refuseOutside(path, files);
    return files;
  }

  private static List<Path> readable(Path folder) {
    return list(folder).stream()
        .filter(InputFiles::isRead)
        .filter(f -> !Files.isDirectory(f))
        .toList();
  }

  private static void refuseOutside(Path folder, List<Path> files) {
    try {
      Path root = folder.toRealPath();
      List<Path> outside = files.stream().filter(f -> leadsOutOf(root, f)).toList();
      InputException.throwIfAny(
          ExitCode.INPUT, outside.stream().map(f -> outside(f, root)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The night a folder is named after. */
  private static Optional<LocalDate> night(Path folder) {
    try {
      return Optional.of(LocalDate.parse(folder.getFileName().toString()));
    } catch (DateTimeParseException other) {
      return Optional.empty();
    }
  }

  /** What lies in the places that a study names, for the log of deliveries. */
  static List<DeliveryLog.Arrival> arrivals(Study study) {
    Path home = study.file().getParent();
    return of(study).stream()
        .map(
            input ->
                new DeliveryLog.Arrival(
                    home.relativize(input.path().toAbsolutePath().normalize())
                        .toString()
                        .replace('\\', '/'),
                    night(input.path().toAbsolutePath().getParent()),
                    input))
        .toList();
  }

  /** A dangling link leads nowhere: it is refused like every file that cannot be read. */
  private static boolean leadsOutOf(Path root, Path file) {
    try {
      return Files.isSymbolicLink(file)
          && Files.exists(file)
          && !file.toRealPath().startsWith(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Problem outside(Path file, Path root) {
    return Problem.error(
            "INPUT_OUTSIDE", Text.of("链接指向目录之外", "a link leads out of the folder of inputs"))
        .at(file.toString())
        .expected(root + " 内的文件", "a file inside " + root)
        .because("放入目录的链接可能引入无关文件", "a link put into a folder can bring in any file of the machine")
        .fix(
            "把文件复制进该目录,或在研究设置的 inputs 中直接写出它的路径",
            "copy the file into the folder, or name its own path under inputs in the study file");
  }

  private static boolean isRead(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    boolean lock = name.startsWith("~$") || name.startsWith(".");
    return !lock && READ.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static Problem missing(Path path) {
    return Problem.error("INPUT_MISSING", Text.of("找不到输入文件", "input not found"))
        .at(path.toString())
        .expected(
            "一个 .csv、.tsv、.xlsx、.xls 或 .parquet 文件,或含有此类文件的目录",
            "a .csv, .tsv, .xlsx, .xls or .parquet file, or a folder that holds some")
        .fix("更正研究设置中的 inputs", "correct inputs in the study file");
  }
}
