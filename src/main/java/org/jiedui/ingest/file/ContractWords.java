package org.jiedui.ingest.file;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiedui.reference.Indicator;
import org.jiedui.reference.Indicators;
import org.jiedui.settings.Settings;

/** The words that cells of one contract table may hold. */
final class ContractWords {
  private final Indicators indicators;

  ContractWords(Indicators indicators) {
    this.indicators = indicators;
  }

  Vocabulary of(
      String table,
      List<Contract.Column> columns,
      Map<Role, Map<String, String>> words,
      Settings declared) {
    Map<String, Measure> measures = new TreeMap<>();
    for (Indicator indicator : indicators.of(table)) {
      List<Contract.Column> own =
          columns.stream()
              .filter(c -> c.measure() != null)
              .filter(c -> c.measure().indicator().equals(indicator.id()))
              .toList();
      if (own.isEmpty()) {
        continue;
      }
      Measure first = own.get(0).measure();
      Measure whole = own.size() == 1 ? first : first.form("none").stage("");
      List.of(indicator.id(), indicator.label().zh(), indicator.label().en())
          .forEach(word -> measures.putIfAbsent(Headers.normal(word), whole));
      own.forEach(column -> name(column, measures));
    }
    return new Vocabulary(
        measures,
        words.getOrDefault(Role.DIRECTION, Map.of()),
        words.getOrDefault(Role.FORM, Map.of()),
        words.getOrDefault(Role.STATUS, Map.of()),
        posts(declared),
        donors(declared));
  }

  /** Codes that names of donors are declared to stand for. */
  private static Map<String, Integer> donors(Settings table) {
    Map<String, Integer> donors = new TreeMap<>();
    table
        .children("donors")
        .forEach(
            (code, s) -> {
              if (code.matches("[1-9][0-9]{5}")) {
                s.texts("words")
                    .forEach(word -> donors.put(Headers.normal(word), Integer.parseInt(code)));
              } else {
                table.bad("donors", "6 位代码", "codes of 6 digits", Optional.empty());
              }
            });
    return donors;
  }

  /** What each post of a roster is counted as, by its words. */
  private Map<String, Posting.Post> posts(Settings table) {
    Map<String, Posting.Post> posts = new TreeMap<>();
    table
        .children("posts")
        .forEach(
            (id, s) -> {
              Posting.Post post =
                  new Posting.Post(
                      counted(s, Indicator.Measure.PERSON),
                      counted(s, Indicator.Measure.PERSON_TIME),
                      counted(s, Indicator.Measure.PERSON_YEAR));
              posts.put(Headers.normal(id), post);
              s.texts("words").forEach(word -> posts.put(Headers.normal(word), post));
            });
    return posts;
  }

  private Measure counted(Settings post, Indicator.Measure measure) {
    String key = measure.name().toLowerCase(Locale.ROOT);
    Optional<Indicator> found = post.optionalText(key).flatMap(indicators::find);
    if (found.isPresent() && found.get().measure() == measure) {
      return ContractReader.measure(found.get(), "none");
    }
    if (post.has(key)) {
      post.bad(
          key, "measure = " + key + " 的指标", "an indicator with measure = " + key, Optional.empty());
    }
    return null;
  }

  private static void name(Contract.Column column, Map<String, Measure> measures) {
    measures.putIfAbsent(Headers.normal(column.id()), column.measure());
    column
        .aliases()
        .forEach(alias -> measures.putIfAbsent(Headers.normal(alias), column.measure()));
  }
}
