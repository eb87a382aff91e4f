package org.jiedui.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jiedui.stats.AccuracyDocument.Agreement;

/** What clusters, trees, maps and indices have in common with R on data that R ships. */
final class RegionalAgreements {
  private RegionalAgreements() {}

  static List<Agreement> all() {
    List<Agreement> found = new ArrayList<>();
    iris(found);
    Ward tree = Ward.of(Points.of(DataSets.usArrests()));
    double[] heights = tree.heights();
    String ward = "hclust(dist(USArrests), \"ward.D2\")$height";
    add(found, "last height of Ward's tree", ward, heights[heights.length - 1], 700.878601949431);
    add(found, "its third last height", ward, heights[heights.length - 3], 162.699944683457);
    columbus(found);
    return found;
  }

  private static void iris(List<Agreement> found) {
    Points iris = Iris.points();
    KMeans fit = KMeansTest.best(iris, 3);
    Distances d = Distances.of(iris);
    String cl = "cl <- kmeans(iris[,1:4], 3, nstart = 50, algorithm = \"Lloyd\")";
    add(found, "WSS of k-means", cl + "$tot.withinss", fit.wss(), 78.85144142614601);
    add(
        found,
        "silhouette",
        "mean(cluster::silhouette(cl$cluster, dist(iris[,1:4]))[, 3])",
        Silhouette.of(d, fit.labels(), 3, Silhouette.Distance.EUCLIDEAN).mean(),
        .5528190123564);
    add(
        found,
        "Caliński–Harabasz",
        "fpc::calinhara(iris[,1:4], cl$cluster)",
        CalinskiHarabasz.of(iris, fit).getAsDouble(),
        561.627756629622);
    add(
        found,
        "Dunn",
        "fpc::cluster.stats(dist(iris[,1:4]), cl$cluster)$dunn",
        Dunn.of(d, fit.labels()).getAsDouble(),
        .0988073933289);
    add(
        found,
        "silhouette on squared distances",
        "mean(cluster::silhouette(cl$cluster, dist(iris[,1:4])^2)[, 3])",
        Silhouette.of(d, fit.labels(), 3, Silhouette.Distance.SQUARED).mean(),
        .7356596054332);
    add(
        found,
        "adjusted Rand index",
        "fpc::cluster.stats(dist(iris[,1:4]), cl$cluster, as.integer(iris$Species))$corrected.rand",
        AdjustedRandIndex.of(fit.labels(), Iris.species()),
        .7302382722835);
    add(
        found,
        "Gini coefficient",
        "laeken::gini(iris$Petal.Length)$value / 100",
        Gini.of(WeightedValues.unweighted(Iris.column(2))).getAsDouble(),
        .2614854236887);
    add(
        found,
        "first loading",
        "prcomp(iris[,1:4], scale. = TRUE), rotation[1, 1] * sdev[1]",
        PrincipalComponent.of(Iris.rows()).loadings()[0],
        .890168764861);
    add(
        found,
        "η² of a variable",
        "summary(lm(iris$Petal.Length ~ factor(cl$cluster)))$r.squared",
        EtaSquared.of(Iris.column(2), fit.labels()).getAsDouble(),
        .943772511833757);
    petals(found, WeightedValues.unweighted(Iris.column(2)));
  }

  private static void petals(List<Agreement> found, WeightedValues petals) {
    String x = "with(list(x = iris$Petal.Length, m = mean(iris$Petal.Length)), ";
    add(
        found,
        "Theil T",
        x + "mean(x / m * log(x / m)))",
        GeneralizedEntropy.theilT(petals).getAsDouble(),
        .12271219880648);
    add(
        found,
        "Theil L",
        x + "mean(log(m / x)))",
        GeneralizedEntropy.theilL(petals).getAsDouble(),
        .148848638843455);
    add(
        found,
        "Atkinson, ε = 1",
        x + "1 - exp(mean(log(x))) / m)",
        Atkinson.of(petals, 1).getAsDouble(),
        .138300467133509);
  }

  private static void columbus(List<Agreement> found) {
    double[] crime = DataSets.columbusCrime();
    SpatialWeights map = DataSets.columbusNeighbours();
    MoransI moran = MoransI.of(crime, map).orElseThrow();
    String test = "spdep::moran.test(COL.OLD$CRIME, nb2listw(COL.nb, style = \"W\"))";
    add(found, "Moran's I", test, moran.value(), .51095126408);
    add(found, "its variance", test, moran.varianceRandomisation(), .00890876156);
    add(
        found,
        "its variance under normality",
        "the same with randomisation = FALSE",
        moran.varianceNormality(),
        .00877983145686469);
    add(
        found,
        "local I of the fourth",
        "spdep::localmoran, the same",
        MoranPermutation.local(crime, map)[3],
        -1.86058737557);
    Points points =
        Points.of(Arrays.stream(crime).mapToObj(x -> new double[] {x}).toArray(double[][]::new));
    add(
        found,
        "WSS of five neighbouring clusters",
        "spdep::skater on the mstree of COL.OLD[\"CRIME\"], 4 cuts, method the sum of squares",
        KMeans.of(points, Skater.of(points, map.neighbours(), 5), 5).wss(),
        4623.202926204);
  }

  private static void add(List<Agreement> to, String what, String call, double here, double there) {
    to.add(new Agreement(what, call, here, there));
  }
}
