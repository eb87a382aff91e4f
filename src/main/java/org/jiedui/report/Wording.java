package org.jiedui.report;

import java.util.Map;
import java.util.OptionalInt;
import org.jiedui.message.Text;
import org.jiedui.table.EraName;

/** Words for the codes of published tables; a code without a word stands for itself. */
final class Wording {
  private static final Map<String, Text> WORDS =
      Map.ofEntries(
          Map.entry("E2W", Text.of("东→西", "east to west")),
          Map.entry("W2E", Text.of("西→东", "west to east")),
          Map.entry("both", Text.of("双向", "both ways")),
          Map.entry("cash", Text.of("现金", "cash")),
          Map.entry("kind", Text.of("实物", "kind")),
          Map.entry("cash+kind", Text.of("现金与实物", "cash and kind")),
          Map.entry("all", Text.of("合计", "all forms")),
          Map.entry("none", Text.NONE),
          Map.entry("agreed", Text.of("协议", "agreed")),
          Map.entry("arrived", Text.of("到位", "arrived")),
          Map.entry("paid", Text.of("拨付", "paid")),
          Map.entry("spent", Text.of("支出", "spent")),
          Map.entry("sourced", Text.of("有出处的公布数", "sourced figures")),
          Map.entry("derived", Text.of("推算数", "derived figures")),
          Map.entry("panel", Text.of("所给记录", "the records given")),
          Map.entry("before", Text.of("前期", "Before")),
          Map.entry("first year", Text.of("首个完整年份", "First complete year")),
          Map.entry("donor_ratio", Text.of("支援方指数/本地指数", "Index of the donors to the own")),
          Map.entry("donor_difference", Text.of("与支援方之差", "Difference to the donors")),
          Map.entry("median_difference", Text.of("与中位地区之差", "Difference to the median region")),
          Map.entry("frontier_difference", Text.of("与前沿之差", "Difference to the frontier")),
          Map.entry("A", Text.of("A:1996–2015 对 2016–2020", "A: 1996–2015, 2016–2020")),
          Map.entry("B", Text.of("B:1996–2016 对 2017–2020", "B: 1996–2016, 2017–2020")),
          Map.entry(
              "C",
              Text.of(
                  "C:1996–2016 对 2016–2020(2016 年重复计入)", "C: 1996–2016, 2016–2020 (2016 twice)")),
          Map.entry(
              "N",
              Text.of(
                  "N:1996–2015 对 2017–2020(2016 年不计)",
                  "N: 1996–2015, 2017–2020 (2016 on neither side)")));

  private Wording() {}

  static Text of(String code) {
    OptionalInt era = EraName.firstYear(code);
    return era.isPresent() ? era(era.getAsInt()) : WORDS.getOrDefault(code, Text.same(code));
  }

  private static Text era(int year) {
    return Text.of(year + " 年起的时期", "era from " + year);
  }
}
