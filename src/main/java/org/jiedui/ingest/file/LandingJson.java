package org.jiedui.ingest.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jiedui.publish.Json;

/** The record of a landing as JSON text and back. */
final class LandingJson {
  private LandingJson() {}

  static String text(Landing landing) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", landing.id());
    tree.put("folder", landing.folder());
    tree.put("name", landing.name());
    tree.put("sha256", landing.sha256());
    tree.put("bytes", landing.bytes());
    tree.put("table", landing.table());
    tree.put("charset", landing.charset());
    tree.put("encodingEvidence", landing.encodingEvidence());
    tree.put("parts", landing.parts().stream().map(LandingJson::part).toList());
    return Json.pretty(tree);
  }

  static Landing parse(String text) throws IOException {
    Map<String, Object> tree = Json.object(text);
    List<LandingPart> parts = new ArrayList<>();
    for (Object part : (List<?>) tree.get("parts")) {
      parts.add(part(object(part)));
    }
    return new Landing(
        word(tree, "id"),
        word(tree, "folder"),
        word(tree, "name"),
        word(tree, "sha256"),
        number(tree, "bytes"),
        word(tree, "table"),
        word(tree, "charset"),
        word(tree, "encodingEvidence"),
        parts);
  }

  private static Map<String, Object> part(LandingPart part) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", part.name());
    tree.put("records", part.records());
    tree.put("keys", part.keys());
    tree.put("aside", part.aside());
    tree.put("source", part.ids().source());
    tree.put("numeric", part.ids().numeric());
    tree.put("increasing", part.ids().increasing());
    tree.put("firstId", part.ids().first());
    tree.put("lastId", part.ids().last());
    tree.put("digests", part.digests());
    tree.put("sheet", part.sheet());
    tree.put("gaps", part.gaps().stream().map(LandingJson::gap).toList());
    tree.put("flags", named(part.flags()));
    tree.put("codes", named(part.tally().codes()));
    for (Tally.Place place : Tally.Place.values()) {
      tree.put(key(place), place(part.tally(), place));
    }
    return tree;
  }

  private static Map<String, Object> place(Tally tally, Tally.Place place) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("rows", tally.rows(place));
    tally.amounts(place).forEach((id, sum) -> tree.put("sum:" + id, sum.value().longValueExact()));
    return tree;
  }

  private static LandingPart part(Map<String, Object> tree) {
    Tally tally = new Tally();
    reasons(tree.get("codes"))
        .forEach(
            (code, n) -> {
              for (long i = 0; i < n; i++) {
                tally.code(code);
              }
            });
    for (Tally.Place place : Tally.Place.values()) {
      place(object(tree.get(key(place))), place, tally);
    }
    Map<String, String> digests = new LinkedHashMap<>();
    object(tree.get("digests")).forEach((ending, digest) -> digests.put(ending, (String) digest));
    return new LandingPart(
        word(tree, "name"),
        number(tree, "records"),
        (Boolean) tree.get("keys"),
        (Boolean) tree.get("aside"),
        new IdRange(
            word(tree, "source"),
            (Boolean) tree.get("numeric"),
            (Boolean) tree.get("increasing"),
            number(tree, "firstId"),
            number(tree, "lastId")),
        digests,
        tally,
        reasons(tree.get("flags")),
        word(tree, "sheet"),
        ((List<?>) tree.get("gaps")).stream().map(g -> gap(object(g))).toList());
  }

  private static Map<String, Object> gap(TotalGap gap) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("line", gap.line());
    tree.put("indicator", gap.indicator());
    tree.put("stated", gap.stated());
    tree.put("found", gap.found());
    tree.put("rejected", gap.rejected());
    return tree;
  }

  private static TotalGap gap(Map<String, Object> tree) {
    return new TotalGap(
        number(tree, "line"),
        word(tree, "indicator"),
        number(tree, "stated"),
        number(tree, "found"),
        (Boolean) tree.get("rejected"));
  }

  private static void place(Map<String, Object> tree, Tally.Place place, Tally tally) {
    tally.rows(place, number(tree, "rows"));
    tree.forEach(
        (key, value) -> {
          if (key.startsWith("sum:")) {
            tally.sum(place, key.substring(4)).add((Long) value);
          }
        });
  }

  private static Map<String, Long> named(Map<Reason, Long> counts) {
    Map<String, Long> named = new LinkedHashMap<>();
    new TreeMap<>(counts).forEach((code, n) -> named.put(code.name(), n));
    return named;
  }

  private static Map<Reason, Long> reasons(Object tree) {
    Map<Reason, Long> counts = new EnumMap<>(Reason.class);
    object(tree).forEach((code, n) -> counts.put(Reason.valueOf(code), (Long) n));
    return counts;
  }

  private static String key(Tally.Place place) {
    return place.name().toLowerCase(Locale.ROOT);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object tree) {
    return (Map<String, Object>) tree;
  }

  private static String word(Map<String, Object> tree, String key) {
    return (String) tree.get(key);
  }

  private static long number(Map<String, Object> tree, String key) {
    return (Long) tree.get(key);
  }
}
