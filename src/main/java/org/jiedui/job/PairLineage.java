package org.jiedui.job;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jiedui.analysis.Content;
import org.jiedui.analysis.ContentSources;
import org.jiedui.ingest.TracedRecords.Traced;
import org.jiedui.job.Lineage.Kind;
import org.jiedui.job.Lineage.Total;
import org.jiedui.message.Text;
import org.jiedui.table.ContentRow;
import org.jiedui.table.Frame;
import org.jiedui.table.PairYearRow;
import org.jiedui.table.PairingEraRow;
import org.jiedui.table.PairingLinkRow;
import org.jiedui.table.PairingMatchRow;
import org.jiedui.table.RegionYearRow;
import org.jiedui.table.ScorecardEffectRow;
import org.jiedui.table.ScorecardRow;

/** What rows about pairs of provinces are made of. */
final class PairLineage {
  private static final String PAIR_YEAR = "pair_year";
  private static final String PROVINCE = "recipient_province";

  private final Background behind;
  private final TableRow row;

  PairLineage(Background behind, TableRow row) {
    this.behind = behind;
    this.row = row;
  }

  /** The exact sum of one pair in one year. */
  Lineage pairYear() {
    String donor = row.text(PairYearRow.DONOR_CODE);
    String recipient = row.text(PairYearRow.RECIPIENT_CODE);
    int year = row.year(PairYearRow.YEAR);
    Predicate<Traced> flow =
        flow(Set.of(row.text(PairYearRow.INDICATOR)))
            .and(t -> t.record().direction.equals(row.text(PairYearRow.DIRECTION)))
            .and(t -> t.record().form.equals(row.text(PairYearRow.FORM)))
            .and(t -> t.record().status.equals(row.text(PairYearRow.STATUS)))
            .and(t -> t.record().year == year && t.donor().equals(donor))
            .and(t -> behind.traced().lies(t.unit(), PROVINCE, recipient));
    return Lineage.sum(
        row,
        flow,
        List.of(),
        new Total(Kind.AMOUNT, (Long) row.value(PairYearRow.AMOUNT), 0, flow),
        new Total(Kind.RECORDS, (Long) row.value(PairYearRow.RECORDS), 0, flow));
  }

  /** What went over a link in the years of its era. */
  Lineage link() {
    String indicator = row.text(PairingLinkRow.INDICATOR);
    String donor = row.text(PairingLinkRow.DONOR_CODE);
    String recipient = row.text(PairingLinkRow.RECIPIENT_CODE);
    IntPredicate years = behind.era(row.year(PairingLinkRow.ERA));
    Predicate<Traced> flow =
        behind
            .outward(indicator, row.text(PairingLinkRow.STAGE))
            .and(t -> years.test(t.record().year) && t.donor().equals(donor))
            .and(t -> behind.traced().lies(t.unit(), PROVINCE, recipient));
    Frame pairs =
        behind.rows(
            PAIR_YEAR,
            r ->
                r.text(PairYearRow.DONOR_CODE).equals(donor)
                    && r.text(PairYearRow.RECIPIENT_CODE).equals(recipient)
                    && r.text(PairYearRow.INDICATOR).equals(indicator)
                    && r.text(PairYearRow.DIRECTION).equals(Background.OUTWARD)
                    && r.text(PairYearRow.STATUS).equals(row.text(PairingLinkRow.STAGE))
                    && years.test(r.year(PairYearRow.YEAR)));
    int decimals = behind.decimals(indicator);
    Double amount = row.number(PairingLinkRow.AMOUNT);
    return Lineage.sum(row, flow, List.of(pairs), new Total(Kind.AMOUNT, amount, decimals, flow));
  }

  /** What is given: quotients of flows of one or all pairs. */
  Lineage content() {
    String donor = row.text(ContentRow.DONOR_CODE);
    String recipient = row.text(ContentRow.RECIPIENT_CODE);
    Set<String> wanted = indicators();
    IntPredicate years = behind.years(row.text(ContentRow.PERIOD));
    Frame flows =
        behind.rows(
            PAIR_YEAR,
            r ->
                wanted.contains(r.text(PairYearRow.INDICATOR))
                    && years.test(r.year(PairYearRow.YEAR))
                    && isAllOr(donor, r.text(PairYearRow.DONOR_CODE))
                    && isAllOr(recipient, r.text(PairYearRow.RECIPIENT_CODE)));
    String value = row.told(ContentRow.VALUE, ContentRow.STATUS);
    String quotient = row.value(ContentRow.AMOUNT) + " / " + row.value(ContentRow.TOTAL);
    Text formula =
        row.value(ContentRow.AMOUNT) == null
            ? Text.of(
                row.name() + " = " + value + ":由下列年度流量算得",
                row.name() + " = " + value + ": computed from the yearly flows below")
            : Text.of(
                row.name() + " = " + quotient + " = " + value + ",下列流量之商",
                row.name() + " = " + quotient + " = " + value + ", a quotient of the flows below");
    return Lineage.of(
        formula,
        List.of(flows),
        flow(wanted)
            .and(t -> years.test(t.record().year) && isAllOr(donor, t.donor()))
            .and(
                t ->
                    recipient.equals(Content.ALL)
                        || behind.traced().lies(t.unit(), PROVINCE, recipient)));
  }

  /** The indicators that a measure is made of. */
  private Set<String> indicators() {
    ContentSources sources = new ContentSettings(behind.study(), behind.facts()).sources();
    String measure = row.text(ContentRow.MEASURE);
    if (row.frame().table().equals(Content.CHANNEL)) {
      return all(sources.channels());
    }
    Set<String> wanted = new TreeSet<>();
    switch (measure) {
      case Content.AREA -> wanted.addAll(all(sources.areas()));
      case Content.INDUSTRY_SHARE -> {
        wanted.addAll(all(sources.areas()));
        wanted.add(sources.funds());
      }
      case Content.LEVERAGE -> wanted.addAll(List.of(sources.investment(), sources.funds()));
      case Content.COMPLETION -> wanted.add(sources.funds());
      default -> wanted.addAll(ofPart(sources));
    }
    return wanted;
  }

  /** Roles are shares of all roles, exchange is of one, outputs are told of the funds. */
  private Set<String> ofPart(ContentSources sources) {
    String part = row.text(ContentRow.PART);
    return row.frame().table().equals(Content.SHARE)
        ? Set.copyOf(sources.exchange())
        : sources.exchange().contains(part) ? Set.of(part) : Set.of(part, sources.funds());
  }

  private static Set<String> all(Map<String, List<String>> groups) {
    Set<String> all = new TreeSet<>();
    groups.values().forEach(all::addAll);
    return all;
  }

  private static boolean isAllOr(String code, String own) {
    return code.equals(Content.ALL) || code.equals(own);
  }

  private static Predicate<Traced> flow(Set<String> indicators) {
    return t -> t.isFlow() && t.isYearly() && indicators.contains(t.record().indicator);
  }

  /** The network of an era: its published pairs and what went over its links. */
  Lineage era() {
    int era = row.year(PairingEraRow.ERA);
    String programme = row.text(PairingEraRow.PROGRAMME);
    return Lineage.elsewhere(
        Text.of(
            row.name() + ":由下列结对数出;资金集中度由各结对的流量算得,其记录见 explain pairing_link",
            row.name()
                + ": counted from the links below; concentration of funds from what went over them,"
                + " whose records explain pairing_link names"),
        List.of(
            behind.rows(
                "pairing_link",
                r ->
                    r.year(PairingLinkRow.ERA) == era
                        && r.text(PairingLinkRow.PROGRAMME).equals(programme))));
  }

  /** Strength of donors against need of recipients over the links of an era. */
  Lineage match() {
    Set<String> wanted = Set.of(row.text(PairingMatchRow.STRENGTH), row.text(PairingMatchRow.NEED));
    Object year = row.value(PairingMatchRow.LEVEL_YEAR);
    Frame levels =
        behind.rows(
            Background.LEVELS,
            r ->
                wanted.contains(r.text(RegionYearRow.INDICATOR))
                    && r.value(RegionYearRow.YEAR).equals(year));
    String value =
        row.name() + ": τ_b = " + row.told(PairingMatchRow.TAU_B, PairingMatchRow.STATUS);
    return Lineage.of(
        Text.of(
            value + ",由该时期各结对两端的水平值算得",
            value + ", from the levels at both ends of the era's links"),
        List.of(era().sources(), List.of(levels)).stream().flatMap(List::stream).toList(),
        t ->
            !t.isFlow()
                && wanted.contains(t.record().indicator)
                && Integer.valueOf(t.record().year).equals(year));
  }

  /** Funds of a year against the score of the year before. */
  Lineage scoreEffect() {
    String indicator = row.text(ScorecardEffectRow.INDICATOR);
    Frame scores =
        behind.rows("scorecard", r -> r.text(ScorecardRow.DIMENSION).equals(Content.ALL));
    String value =
        row.name() + ": " + row.told(ScorecardEffectRow.ELASTICITY, ScorecardEffectRow.STATUS);
    return Lineage.of(
        Text.of(
            value + ",下列得分次年的资金(下列记录)对 ln 得分的 PPML 回归",
            value
                + ", PPML of the funds below on the logarithm of the score of the year before"
                + " (below)"),
        List.of(scores),
        behind.outward(indicator, behind.stage(indicator)));
  }
}
