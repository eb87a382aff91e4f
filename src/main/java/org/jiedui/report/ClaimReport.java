package org.jiedui.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.export.PaperTable.Column;
import org.jiedui.export.Rounding;
import org.jiedui.message.Text;
import org.jiedui.table.ClaimRow;
import org.jiedui.table.Frame;
import org.jiedui.table.Status;

/**
 * The published multiples and what becomes of each: outcome, value or bound, and what the printed
 * number means per year and in constant prices.
 */
public final class ClaimReport {
  private static final int DECIMALS = 2;

  private ClaimReport() {}

  public static PaperTable of(Frame claims) {
    List<PaperTable.Row> rows = new ArrayList<>();
    order(claims).forEach(i -> rows.add(PaperTable.Row.of(cells(claims, i))));
    return new PaperTable(
        "claim",
        Text.of("公布的倍数与复算结果", "Published multiples, recomputed"),
        columns(claims),
        rows,
        notes(claims));
  }

  /** What is sourced stands above what is derived. */
  private static List<Integer> order(Frame claims) {
    Comparator<Integer> byClaim = Comparator.comparing(i -> claims.text(i, ClaimRow.CLAIM_ID));
    return IntStream.range(0, claims.size())
        .boxed()
        .sorted(byClaim.thenComparing(i -> !claims.text(i, ClaimRow.BASIS).equals("sourced")))
        .toList();
  }

  private static List<Column> columns(Frame claims) {
    Text prices = Text.of("折不变价", "Constant prices");
    for (int i = 0; i < claims.size(); i++) {
      Object year = claims.value(i, ClaimRow.PRICE_BASE);
      prices = year == null ? prices : Text.of("折 " + year + " 年价", year + " prices");
    }
    return List.of(
        Column.of("claim_id", "论断", "Claim"),
        printed("published", "总量", "Total"),
        printed("annual", "折年均", "Per year"),
        printed("real", prices.zh(), prices.en()),
        Column.of("basis", "依据", "Basis"),
        Column.of("outcome", "结果", "Outcome"),
        Column.of("computed", "复算值或界限", "Recomputed or bound").unit("倍", "times"));
  }

  private static Column printed(String id, String zh, String en) {
    return Column.of(id, zh, en).unit("倍", "times").under("公布值", "As printed");
  }

  private static List<Cell> cells(Frame claims, int i) {
    int decimals = (Integer) claims.value(i, ClaimRow.DECIMALS);
    return List.of(
        Cell.words(claims.text(i, ClaimRow.CLAIM_ID)),
        new Cell.Estimate((Double) claims.value(i, ClaimRow.PUBLISHED), decimals),
        optional(claims, i, ClaimRow.ANNUAL_OF_PUBLISHED, 1),
        optional(claims, i, ClaimRow.REAL_VALUE, DECIMALS),
        new Cell.Words(Wording.of(claims.text(i, ClaimRow.BASIS))),
        Cell.words(claims.text(i, ClaimRow.OUTCOME)),
        found(claims, i));
  }

  /** Constant prices and years mean nothing to some claims: an empty cell, not a missing value. */
  private static Cell optional(Frame claims, int i, ClaimRow field, int decimals) {
    Double value = (Double) claims.value(i, field);
    return value == null ? Cell.words("") : new Cell.Estimate(value, decimals);
  }

  private static Cell found(Frame claims, int i) {
    Double computed = (Double) claims.value(i, ClaimRow.COMPUTED);
    if (computed != null) {
      return new Cell.Estimate(computed, DECIMALS);
    }
    List<String> bounds = new ArrayList<>();
    bound(bounds, "≥ ", (Double) claims.value(i, ClaimRow.FLOOR));
    bound(bounds, "≤ ", (Double) claims.value(i, ClaimRow.CEILING));
    return bounds.isEmpty()
        ? new Cell.Absent(claims.text(i, ClaimRow.OUTCOME))
        : Cell.words(String.join(", ", bounds));
  }

  private static void bound(List<String> bounds, String sign, Double value) {
    if (value != null) {
      bounds.add(sign + Rounding.fixed(value, DECIMALS));
    }
  }

  private static List<Text> notes(Frame claims) {
    Set<Text> quotes = new LinkedHashSet<>();
    Set<Text> data = new LinkedHashSet<>();
    Set<Text> outcomes = new LinkedHashSet<>();
    Set<Text> reasons = new LinkedHashSet<>();
    for (int i : order(claims)) {
      quotes.add(quote(claims, i));
      reasons.add(reason(claims, i));
      outcomes.add(outcome(claims.text(i, ClaimRow.OUTCOME)));
      if (!claims.text(i, ClaimRow.DATA).isEmpty()) {
        data.add(data(claims, i));
      }
    }
    List<Text> notes = new ArrayList<>(quotes);
    notes.addAll(reasons);
    notes.add(
        Text.of(
            "折年均 = 公布倍数 × 前期年数 ÷ 后期年数;折不变价按公布的分期数分摊,跨多年的合计在其年份内平均。倍数只描述前后差异,不识别因果效应。",
            "Per year = printed multiple × years before ÷ years after. Constant prices follow the"
                + " published periods, with flows assumed even inside blocks of several years. A"
                + " multiple describes and identifies no effect."));
    notes.addAll(outcomes);
    notes.addAll(data);
    return notes;
  }

  private static Text quote(Frame claims, int i) {
    String id = claims.text(i, ClaimRow.CLAIM_ID);
    Object page = claims.value(i, ClaimRow.PAGE);
    return Text.of(
        id + ":“" + claims.text(i, ClaimRow.QUOTE_ZH) + "”(第 " + page + " 页)",
        id + ": \"" + claims.text(i, ClaimRow.QUOTE_EN) + "\" (p. " + page + ")");
  }

  private static Text reason(Frame claims, int i) {
    String id = claims.text(i, ClaimRow.CLAIM_ID);
    Text basis = Wording.of(claims.text(i, ClaimRow.BASIS));
    return Text.of(
        id + " " + basis.zh() + ":" + claims.text(i, ClaimRow.REASON_ZH) + "。",
        id + " " + basis.en() + ": " + claims.text(i, ClaimRow.REASON_EN) + ".");
  }

  private static Text outcome(String code) {
    Text meaning = Status.of(code).map(Status::meaning).orElse(Text.NONE);
    return Text.of(code + ":" + meaning.zh() + "。", code + ": " + meaning.en() + ".");
  }

  private static Text data(Frame claims, int i) {
    String id = claims.text(i, ClaimRow.CLAIM_ID);
    Text basis = Wording.of(claims.text(i, ClaimRow.BASIS));
    String data = claims.text(i, ClaimRow.DATA);
    return Text.of(
        id + " 所用数字(" + basis.zh() + "):" + data, id + " figures (" + basis.en() + "): " + data);
  }
}
