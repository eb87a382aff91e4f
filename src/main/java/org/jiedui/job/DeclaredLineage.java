package org.jiedui.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiedui.message.Text;
import org.jiedui.table.ClaimRow;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.jiedui.table.ScorecardRow;
import org.jiedui.table.StatementRow;

/** What rows go back to that no record is behind: declarations of the study, and other tables. */
final class DeclaredLineage {
  private static final Map<String, Text> DECLARED = declared();

  private final Background behind;
  private final TableRow row;

  DeclaredLineage(Background behind, TableRow row) {
    this.behind = behind;
    this.row = row;
  }

  private static Map<String, Text> declared() {
    Map<String, Text> declared = new LinkedHashMap<>();
    declared.put(
        "indicator",
        Text.of(
            "出自研究设置 indicators 所指的指标声明,不由记录算得",
            "from the declarations of indicators that the study names (indicators), not from"
                + " records"));
    declared.put(
        "region",
        Text.of(
            "出自研究设置 geography 所指的区划表,不由记录算得",
            "from the tables of places that the study names (geography), not from records"));
    declared.put(
        "geography_split",
        Text.of(
            "出自研究设置 geography 的区划变更与拆分权重,不由记录算得",
            "from changes of places and weights of divided units that the study names (geography),"
                + " not from records"));
    declared.put(
        "pairing",
        Text.of(
            "出自研究设置 pairings 所指的结对名单,其来源与可信度见该行,不由记录算得",
            "from the lists of pairs that the study names (pairings), with their source and"
                + " confidence in the row; not from records"));
    declared.put(
        "mechanism",
        Text.of(
            "出自研究设置 mechanism 所指的文件,不由协作记录算得",
            "from the file of facts that the study names (mechanism), not from records of"
                + " cooperation"));
    declared.put(
        "scorecard_set",
        Text.of(
            "出自研究设置 scorecard 的指标体系(sets),不由协作记录算得",
            "from the sets of indicators that the study names (scorecard), not from records of"
                + " cooperation"));
    return declared;
  }

  /** Tables that are nothing but a declaration. */
  static List<String> tables() {
    return List.copyOf(DECLARED.keySet());
  }

  Lineage declaration() {
    Text where = DECLARED.get(row.frame().table());
    String name = row.name();
    return Lineage.elsewhere(Text.of(name + ":" + where.zh(), name + ": " + where.en()), List.of());
  }

  /** A score: its values and weights are declared, its dimensions stand beside it. */
  Lineage score() {
    Frame dimensions =
        behind.rows(
            row.frame().table(),
            r ->
                r.year(ScorecardRow.YEAR) == row.year(ScorecardRow.YEAR)
                    && r.text(ScorecardRow.DONOR_CODE).equals(row.text(ScorecardRow.DONOR_CODE))
                    && r.text(ScorecardRow.RECIPIENT_CODE)
                        .equals(row.text(ScorecardRow.RECIPIENT_CODE)));
    String score = row.name() + " = " + row.told(ScorecardRow.SCORE, ScorecardRow.STATUS);
    return Lineage.elsewhere(
        Text.of(
            score + ":出自研究设置 scorecard 的指标体系(sets)与数值(values),不由协作记录算得;各维度如下",
            score
                + ": from the indicator sets and values that the study names (scorecard), not from"
                + " records of cooperation; its dimensions are below"),
        List.of(dimensions));
  }

  /** A published multiple: the national multiples of the study, or published totals. */
  Lineage claim() {
    String outcome = row.name() + ": " + row.text(ClaimRow.OUTCOME);
    if (row.text(ClaimRow.BASIS).equals("panel")) {
      return Lineage.elsewhere(
          Text.of(
              outcome + ",与下列全国倍数相比;其记录见 explain effect_ratio",
              outcome
                  + ", held against the national multiples below, whose records explain effect_ratio"
                  + " names"),
          List.of(multiples()));
    }
    String figures = row.text(ClaimRow.DATA);
    return Lineage.elsewhere(
        figures.isEmpty()
            ? Text.of(
                outcome + ",研究设置 claims.totals 所列的公布总额中没有可用的数字",
                outcome
                    + ", the published totals that the study names (claims.totals) have no figure")
            : Text.of(
                outcome + ",由研究设置 claims.totals 所列的公布总额算得:" + figures,
                outcome
                    + ", from the published totals that the study names (claims.totals): "
                    + figures),
        List.of());
  }

  private Frame multiples() {
    return behind.rows(
        "effect_ratio",
        r ->
            r.text(EffectRatioRow.LEVEL).equals("nation")
                && r.text(EffectRatioRow.INDICATOR).equals(row.text(ClaimRow.INDICATOR)));
  }

  /** A published number that is no multiple: a cell of another table, or published figures. */
  Lineage statement() {
    String source = row.text(StatementRow.SOURCE);
    String table = source.replaceFirst("\\..*", "");
    String outcome = row.name() + ": " + row.text(StatementRow.OUTCOME);
    return switch (row.text(StatementRow.BASIS)) {
      case "records" ->
          Lineage.elsewhere(
              Text.of(
                  outcome + ",由表 " + source + " 算得;其来历见 explain " + table,
                  outcome
                      + ", from "
                      + source
                      + "; explain "
                      + table
                      + " tells where that is from"),
              List.of(behind.rows(table, r -> true)));
      case "lists" ->
          Lineage.elsewhere(
              Text.of(
                  outcome + ",由声明文件(claims)所指的全国结对名单算得:" + source,
                  outcome + ", from the national lists of pairs that the claims name: " + source),
              List.of());
      default ->
          Lineage.elsewhere(
              Text.of(
                  outcome + ",由研究设置 claims.totals 所列的公布数字算得:" + source,
                  outcome
                      + ", from the published figures that the study names (claims.totals): "
                      + source),
              List.of());
    };
  }
}
