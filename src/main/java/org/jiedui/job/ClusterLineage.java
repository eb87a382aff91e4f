package org.jiedui.job;

import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jiedui.ingest.TracedRecords.Traced;
import org.jiedui.message.Text;
import org.jiedui.table.ClusterKProfileRow;
import org.jiedui.table.ClusterMembershipRow;
import org.jiedui.table.ClusterProfileRow;
import org.jiedui.table.ClusterStabilityRow;
import org.jiedui.table.ClusterTransitionRow;
import org.jiedui.table.ClusterTreeRow;
import org.jiedui.table.Frame;
import org.jiedui.table.GapComponentRow;
import org.jiedui.table.MoranRow;

/** What rows about clusters of regions are made of. */
final class ClusterLineage {
  private static final String PROFILE = "cluster_profile";
  private static final String MEMBERSHIP = "cluster_membership";

  private final Background behind;
  private final TableRow row;
  private final Set<String> indicators;

  ClusterLineage(Background behind, TableRow row) {
    this.behind = behind;
    this.row = row;
    indicators = Set.copyOf(behind.indexIndicators());
  }

  /** The cluster of a region: its normalised indicators against the centres. */
  Lineage membership() {
    String region = row.text(ClusterMembershipRow.UNIT_CODE);
    int year = row.year(ClusterMembershipRow.YEAR);
    Object cluster = row.value(ClusterMembershipRow.CLUSTER);
    Frame profile =
        behind.rows(
            PROFILE,
            r ->
                r.year(ClusterProfileRow.YEAR) == year
                    && r.value(ClusterProfileRow.CLUSTER).equals(cluster));
    String distances =
        row.told(ClusterMembershipRow.DISTANCE, ClusterMembershipRow.STATUS)
            + ", "
            + row.told(ClusterMembershipRow.SECOND_DISTANCE, ClusterMembershipRow.STATUS);
    String own = row.told(ClusterMembershipRow.CLUSTER, ClusterMembershipRow.STATUS);
    return Lineage.of(
        Text.of(
            row.name() + ":类别 " + own + ",与本类及次近类中心的距离 " + distances,
            row.name() + ": cluster " + own + ", from its centre and from the next " + distances),
        List.of(behind.components(region, year, indicators), profile),
        behind.levels(Set.of(region), y -> y == year, indicators));
  }

  /** The mean of one variable over the members of a cluster. */
  Lineage profile() {
    int year = row.year(ClusterProfileRow.YEAR);
    Integer cluster = (Integer) row.value(ClusterProfileRow.CLUSTER);
    String variable = row.text(ClusterProfileRow.VARIABLE);
    Frame members =
        behind.rows(
            MEMBERSHIP,
            r ->
                r.year(ClusterMembershipRow.YEAR) == year
                    && r.value(ClusterMembershipRow.CLUSTER) != null
                    && (cluster == 0 || r.value(ClusterMembershipRow.CLUSTER).equals(cluster)));
    Set<String> regions = Background.codes(members, ClusterMembershipRow.UNIT_CODE);
    Set<String> wanted = indicatorsOf(variable);
    Frame values =
        behind.rows(
            Background.COMPONENT,
            r ->
                regions.contains(r.text(GapComponentRow.UNIT_CODE))
                    && r.year(GapComponentRow.YEAR) == year
                    && wanted.contains(r.text(GapComponentRow.INDICATOR)));
    String mean = row.name() + " = " + row.value(ClusterProfileRow.MEAN);
    return Lineage.of(
        Text.of(
            mean + ":" + regions.size() + " 个成员的均值",
            mean + ": mean of " + regions.size() + " members"),
        List.of(values),
        behind.levels(regions, y -> y == year, wanted));
  }

  /** How often a cluster comes back. */
  Lineage stability() {
    int year = row.year(ClusterStabilityRow.YEAR);
    Object cluster = row.value(ClusterStabilityRow.CLUSTER);
    Object replicates = row.value(ClusterStabilityRow.REPLICATES);
    return ofYear(
        Text.of(
            row.name() + ":扰动后重新聚类 " + replicates + " 次,与下列公布的类别相比",
            row.name()
                + ": clustered anew "
                + replicates
                + " times, against the published clusters below"),
        year,
        behind.rows(
            PROFILE,
            r ->
                r.year(ClusterProfileRow.YEAR) == year
                    && r.value(ClusterProfileRow.CLUSTER).equals(cluster)));
  }

  /** How good a number of clusters is. */
  Lineage numberOfClusters() {
    int year = row.year(ClusterKProfileRow.YEAR);
    String k =
        row.value(ClusterKProfileRow.K)
            + ", WSS = "
            + row.told(ClusterKProfileRow.WSS, ClusterKProfileRow.STATUS);
    return ofYear(
        Text.of(
            row.name() + ":k = " + k + ",由当年各地区的标准化指标算得",
            row.name()
                + ": k = "
                + k
                + ", from the normalised indicators of all regions of the year"),
        year,
        components(year));
  }

  /** One merge of the tree. */
  Lineage tree() {
    int year = row.year(ClusterTreeRow.YEAR);
    String left = row.text(ClusterTreeRow.LEFT);
    String right = row.text(ClusterTreeRow.RIGHT);
    Set<String> regions = Set.of(left, right);
    Frame earlier =
        behind.rows(
            row.frame().table(),
            r ->
                r.year(ClusterTreeRow.YEAR) == year
                    && regions.contains("#" + r.value(ClusterTreeRow.MERGE)));
    String merged = left + " + " + right + ", " + row.value(ClusterTreeRow.HEIGHT);
    return Lineage.of(
        Text.of(
            row.name() + ":合并 " + merged + "(# 为下列较早的合并)",
            row.name() + ": merges " + merged + " (# is one of the earlier merges below)"),
        List.of(earlier, componentsOf(regions, year)),
        behind.levels(regions, y -> y == year, indicators));
  }

  /** Where the regions of an earlier cluster are now. */
  Lineage transition() {
    int year = row.year(ClusterTransitionRow.YEAR);
    Integer now = (Integer) row.value(ClusterTransitionRow.TO_CLUSTER);
    IntPredicate then = behind.years(row.text(ClusterTransitionRow.PERIOD));
    Object regions = row.value(ClusterTransitionRow.REGIONS);
    Frame members =
        behind.rows(
            MEMBERSHIP,
            r ->
                r.year(ClusterMembershipRow.YEAR) == year
                    && (now == 0 || now.equals(r.value(ClusterMembershipRow.CLUSTER))));
    return Lineage.of(
        Text.of(
            row.name() + ":" + regions + " 个地区;较早的归属为该时段均值最近的公布中心,现在的归属如下",
            row.name()
                + ": "
                + regions
                + " regions; then by the published centre nearest to the means of the period, now as"
                + " below"),
        List.of(members),
        behind.levels(
            Background.codes(members, ClusterMembershipRow.UNIT_CODE),
            then.or(y -> y == year),
            indicators));
  }

  /** Whether neighbours are alike. */
  Lineage moran() {
    int year = row.year(MoranRow.YEAR);
    String variable = row.text(MoranRow.VARIABLE);
    String value = row.name() + ": I = " + row.told(MoranRow.MORAN_I, MoranRow.STATUS);
    Set<String> wanted = indicatorsOf(variable);
    return Lineage.of(
        Text.of(
            value + ",由当年各地区的数值与研究设置 clusters.neighbours 的邻接表算得",
            value
                + ", from the values of the year and the list of neighbours of the study"
                + " (clusters.neighbours)"),
        List.of(
            behind.rows(
                Background.COMPONENT,
                r ->
                    r.year(GapComponentRow.YEAR) == year
                        && wanted.contains(r.text(GapComponentRow.INDICATOR)))),
        ofYear(year, wanted));
  }

  /** The gap is made of all of them. */
  private Set<String> indicatorsOf(String variable) {
    return indicators.contains(variable) ? Set.of(variable) : indicators;
  }

  private Lineage ofYear(Text formula, int year, Frame source) {
    return Lineage.of(formula, List.of(source), ofYear(year, indicators));
  }

  private static Predicate<Traced> ofYear(int year, Set<String> wanted) {
    return t -> !t.isFlow() && t.record().year == year && wanted.contains(t.record().indicator);
  }

  private Frame components(int year) {
    return behind.rows(Background.COMPONENT, r -> r.year(GapComponentRow.YEAR) == year);
  }

  private Frame componentsOf(Set<String> regions, int year) {
    return behind.rows(
        Background.COMPONENT,
        r ->
            regions.contains(r.text(GapComponentRow.UNIT_CODE))
                && r.year(GapComponentRow.YEAR) == year);
  }
}
