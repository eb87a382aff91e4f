package org.jiedui.ingest;

import static org.jiedui.ingest.DraftWords.absolute;
import static org.jiedui.ingest.DraftWords.list;
import static org.jiedui.ingest.DraftWords.mark;
import static org.jiedui.ingest.DraftWords.quoted;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiedui.ingest.file.HeaderGuess;
import org.jiedui.message.Problem;
import org.jiedui.reference.Geography;
import org.jiedui.reference.Indicator;
import org.jiedui.reference.Indicators;

/**
 * The drafted settings of a study.
 *
 * @param facts what the rows of each file hold
 * @param left problems of files that are left out
 */
record DraftedStudy(
    StudyDraft.Request request,
    String source,
    List<HeaderGuess> guesses,
    Map<Path, FileFacts> facts,
    List<Problem> left,
    Indicators indicators) {
  private static final int LATER_FROM = 2016;

  String text(StudyDraft.Request.Places places, Geography geography) {
    Set<Integer> years = new TreeSet<>();
    facts.values().forEach(f -> years.addAll(f.years()));
    String windows = windows(years);
    return String.join(
            "\n",
            "# 由 jiedui init 起草。逐行核对带“待确认”的行,核对后删去该注释;全部确认之前不能运行。",
            "# Drafted by jiedui init. Check each line that is marked as a guess and delete its comment; nothing runs before.",
            "id = " + quoted(source),
            "title { zh = %s, en = %s }".formatted(quoted(source), quoted(source))
                + mark("标题", "title"),
            "synthetic = " + geography.synthetic(),
            "seed = 42",
            "",
            "inputs = [",
            inputs(),
            "]",
            "",
            "contract   = \"schema.conf\" # ingest.conf 与之同目录 / and ingest.conf beside it",
            "indicators = " + quoted(absolute(request.conf().resolve("indicators"))),
            "geography  = " + quoted(absolute(places.geography())) + known(geography),
            "pairings   = "
                + quoted(absolute(places.pairings()))
                + mark("结对关系", "which pairings hold"),
            "prices { file = %s, base-year = 2020 }"
                .formatted(quoted(absolute(request.conf().resolve("prices/cpi.csv")))),
            "",
            "windows { " + windows + " }" + mark("前后时期", "the earlier and the later window"),
            "",
            "# 某年没有记录:zero 表示没有往来,missing 表示缺失 / what a year without a record means",
            "absent = zero" + mark("没有记录即没有往来", "no record means no flow"),
            "",
            "effects { indicators = %s, confidence = 0.95, reference = t }"
                .formatted(list(flows())),
            "gap { level = county, indicators = %s, weights = equal, missing = available, min-share = 0.65 }"
                .formatted(list(indicators.development().stream().map(Indicator::id).toList())),
            "clusters { year = %d, starts = 50, scale = z }".formatted(last(years)),
            "claims { file = %s }"
                .formatted(quoted(absolute(request.conf().resolve("claims.conf")))),
            "output { root = \"jiedui-data\" }")
        + "\n";
  }

  private String inputs() {
    Stream<String> read =
        guesses.stream()
            .map(
                g ->
                    "  { path = %s, table = %s, source = %s }"
                            .formatted(quoted(path(g.file())), g.table(), quoted(source))
                        + mark(
                            "哪张表,哪个来源" + names(g, "zh"),
                            "which table, which source" + names(g, "en")));
    Stream<String> open =
        left.stream().map(p -> "  " + mark("未读取:" + p.place(), "not read: " + p.place()).strip());
    return Stream.concat(read, open).collect(Collectors.joining("\n"));
  }

  private String names(HeaderGuess guess, String lang) {
    int names = facts.get(guess.file()).names();
    String command = "jobs/jiedui codes " + guess.file();
    return names == 0
        ? ""
        : lang.equals("zh")
            ? ";没有代码的地名 " + names + " 处,先运行 " + command
            : "; names without a code: " + names + ", run " + command;
  }

  private String known(Geography geography) {
    long codes = facts.values().stream().mapToLong(FileFacts::codes).sum();
    long known = facts.values().stream().mapToLong(f -> f.known(geography)).sum();
    return mark(
        "%d 个代码中认得 %d 个".formatted(codes, known),
        "%d of %d codes are known".formatted(known, codes));
  }

  /** Two windows that meet at 2016 where the years allow it, else in the middle. */
  private static String windows(Set<Integer> years) {
    int first = years.stream().findFirst().orElse(1996);
    int last = Math.max(last(years), first + 1);
    boolean both = first < LATER_FROM && LATER_FROM <= last;
    int from = both ? LATER_FROM : first + (last - first + 1) / 2;
    return String.format(
        Locale.ROOT, "before = [%d, %d], after = [%d, %d]", first, from - 1, from, last);
  }

  private static int last(Set<Integer> years) {
    return years.stream().mapToInt(y -> y).max().orElse(2020);
  }

  private List<String> flows() {
    Set<String> found = new TreeSet<>();
    facts.values().forEach(f -> found.addAll(f.indicators()));
    List<String> all = indicators.of(Input.FLOWS).stream().map(Indicator::id).toList();
    List<String> used = all.stream().filter(found::contains).toList();
    return used.isEmpty() ? all : used;
  }

  /** Relative where the study lies within the folder of the files. */
  private String path(Path file) {
    Path out = request.out().toAbsolutePath().normalize();
    Path dir = request.dir().toAbsolutePath().normalize();
    return out.startsWith(dir)
        ? out.relativize(file.toAbsolutePath().normalize()).toString()
        : absolute(file);
  }
}
