package org.jiedui.publish;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jiedui.message.Closest;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** The reports below one root. */
public record Reports(Store store) {
  public static Reports in(Path root) {
    return new Reports(new LocalStore(root));
  }

  /** Names of the folders that hold a commit log, sorted. */
  public List<String> names() {
    return Storage.call(
        () -> {
          List<String> names = new ArrayList<>();
          for (Store.Entry entry : store.list("")) {
            if (!store.list(entry.name() + "/_commits").isEmpty()) {
              names.add(entry.name());
            }
          }
          return names;
        });
  }

  /** The report of that name, which must exist. */
  public Report named(String name) {
    if (!names().contains(name)) {
      throw new InputException(ExitCode.USAGE, unknown(name));
    }
    return new Report(store, name);
  }

  /** All of them; at least one. */
  public List<Report> all() {
    List<String> names = names();
    if (names.isEmpty()) {
      throw new InputException(ExitCode.USAGE, none());
    }
    return names.stream().map(name -> new Report(store, name)).toList();
  }

  /** The only report there is; with several the caller has to choose. */
  public Report only() {
    List<String> names = names();
    if (names.size() != 1) {
      throw new InputException(ExitCode.USAGE, names.isEmpty() ? none() : several());
    }
    return new Report(store, names.get(0));
  }

  private Problem unknown(String name) {
    if (names().isEmpty()) {
      return none();
    }
    Problem problem =
        Problem.error("REPORT_UNKNOWN", Text.of("没有报告 " + name, "there is no report " + name))
            .expected(list(), list());
    return Closest.to(name, names())
        .map(near -> problem.fix("是否指 " + near + "?", "did you mean " + near + "?"))
        .orElse(problem);
  }

  private Problem several() {
    return Problem.error("REPORT_AMBIGUOUS", Text.of("此处有多个报告", "there are several reports here"))
        .expected(list(), list())
        .fix(
            "请加 --report " + names().get(0), "choose one, for instance --report " + names().get(0));
  }

  private Problem none() {
    return Problem.error(
            "REPORT_NONE", Text.of("此处还没有发布任何报告", "nothing has been published here yet"))
        .at(store.local("").map(Path::toString).orElse(""))
        .fix(
            "请先运行 jiedui run,或用 --root 指定目录",
            "run `jiedui run` first, or name the place with --root");
  }

  private String list() {
    return String.join(", ", names());
  }
}
