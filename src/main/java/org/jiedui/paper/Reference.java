package org.jiedui.paper;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Works that a method of ours comes from, as they are cited and as BibTeX lists them. */
public enum Reference {
  ARTHUR_2007(
      "Arthur, David and Vassilvitskii, Sergei",
      "k-means++: The Advantages of Careful Seeding",
      "@Proceedings of the Eighteenth Annual ACM-SIAM Symposium on Discrete Algorithms",
      "",
      "1027--1035"),
  ASSUNCAO_2006(
      "Assunção, Renato M. and Neves, Marcos C. and Câmara, Gilberto and Freitas, Corina da Costa",
      "Efficient Regionalization Techniques for Socio-economic Geographical Units Using Minimum"
          + " Spanning Trees",
      "International Journal of Geographical Information Science",
      "20",
      "797--811"),
  ATKINSON_1970(
      "Atkinson, Anthony B.",
      "On the Measurement of Inequality",
      "Journal of Economic Theory",
      "2",
      "244--263"),
  BARRO_1992(
      "Barro, Robert J. and Sala-i-Martin, Xavier",
      "Convergence",
      "Journal of Political Economy",
      "100",
      "223--251"),
  CALINSKI_1974(
      "Caliński, Tadeusz and Harabasz, Jerzy",
      "A Dendrite Method for Cluster Analysis",
      "Communications in Statistics",
      "3",
      "1--27"),
  COCHRAN_1977("Cochran, William G.", "Sampling Techniques", "!Wiley", "", ""),
  DAGUM_1997(
      "Dagum, Camilo",
      "A New Approach to the Decomposition of the Gini Income Inequality Ratio",
      "Empirical Economics",
      "22",
      "515--531"),
  DAVIES_1979(
      "Davies, David L. and Bouldin, Donald W.",
      "A Cluster Separation Measure",
      "IEEE Transactions on Pattern Analysis and Machine Intelligence",
      "1",
      "224--227"),
  DIAKOULAKI_1995(
      "Diakoulaki, Danae and Mavrotas, George and Papayannakis, Lefteris",
      "Determining Objective Weights in Multiple Criteria Problems: The CRITIC Method",
      "Computers and Operations Research",
      "22",
      "763--770"),
  DUNN_1974(
      "Dunn, Joseph C.",
      "Well-Separated Clusters and Optimal Fuzzy Partitions",
      "Journal of Cybernetics",
      "4",
      "95--104"),
  EFRON_1982(
      "Efron, Bradley",
      "The Jackknife, the Bootstrap and Other Resampling Plans",
      "!Society for Industrial and Applied Mathematics",
      "",
      ""),
  EFRON_1987(
      "Efron, Bradley",
      "Better Bootstrap Confidence Intervals",
      "Journal of the American Statistical Association",
      "82",
      "171--185"),
  FIELLER_1954(
      "Fieller, Edgar C.",
      "Some Problems in Interval Estimation",
      "Journal of the Royal Statistical Society. Series B",
      "16",
      "175--185"),
  GINI_1912("Gini, Corrado", "Variabilità e mutabilità", "!Cuppini", "", ""),
  HENNIG_2007(
      "Hennig, Christian",
      "Cluster-wise Assessment of Cluster Stability",
      "Computational Statistics and Data Analysis",
      "52",
      "258--271"),
  HUBERT_1985(
      "Hubert, Lawrence and Arabie, Phipps",
      "Comparing Partitions",
      "Journal of Classification",
      "2",
      "193--218"),
  HWANG_1981(
      "Hwang, Ching-Lai and Yoon, Kwangsun",
      "Multiple Attribute Decision Making: Methods and Applications",
      "!Springer",
      "",
      ""),
  KAKWANI_1977(
      "Kakwani, Nanak C.",
      "Measurement of Tax Progressivity: An International Comparison",
      "Economic Journal",
      "87",
      "71--80"),
  KAKWANI_1997(
      "Kakwani, Nanak and Wagstaff, Adam and van Doorslaer, Eddy",
      "Socioeconomic Inequalities in Health: Measurement, Computation, and Statistical Inference",
      "Journal of Econometrics",
      "77",
      "87--103"),
  KENDALL_1938(
      "Kendall, Maurice G.", "A New Measure of Rank Correlation", "Biometrika", "30", "81--93"),
  KUHN_1955(
      "Kuhn, Harold W.",
      "The Hungarian Method for the Assignment Problem",
      "Naval Research Logistics Quarterly",
      "2",
      "83--97"),
  LLOYD_1982(
      "Lloyd, Stuart P.",
      "Least Squares Quantization in PCM",
      "IEEE Transactions on Information Theory",
      "28",
      "129--137"),
  MACKINNON_2023(
      "MacKinnon, James G. and Nielsen, Morten Ørregaard and Webb, Matthew D.",
      "Cluster-robust Inference: A Guide to Empirical Practice",
      "Journal of Econometrics",
      "232",
      "272--299"),
  MORAN_1950(
      "Moran, Patrick A. P.",
      "Notes on Continuous Stochastic Phenomena",
      "Biometrika",
      "37",
      "17--23"),
  OECD_2008(
      "{OECD} and {Joint Research Centre}",
      "Handbook on Constructing Composite Indicators: Methodology and User Guide",
      "!OECD Publishing",
      "",
      ""),
  POISOT_2012(
      "Poisot, Timothée and Canard, Elsa and Mouillot, David and Mouquet, Nicolas and Gravel,"
          + " Dominique",
      "The Dissimilarity of Species Interaction Networks",
      "Ecology Letters",
      "15",
      "1353--1361"),
  ROTH_2022(
      "Roth, Jonathan",
      "Pretest with Caution: Event-Study Estimates after Testing for Parallel Trends",
      "American Economic Review: Insights",
      "4",
      "305--322"),
  ROUSSEEUW_1987(
      "Rousseeuw, Peter J.",
      "Silhouettes: A Graphical Aid to the Interpretation and Validation of Cluster Analysis",
      "Journal of Computational and Applied Mathematics",
      "20",
      "53--65"),
  SAISANA_2005(
      "Saisana, Michaela and Saltelli, Andrea and Tarantola, Stefano",
      "Uncertainty and Sensitivity Analysis Techniques as Tools for the Quality Assessment of"
          + " Composite Indicators",
      "Journal of the Royal Statistical Society. Series A",
      "168",
      "307--323"),
  SANTOS_SILVA_2006(
      "Santos Silva, João M. C. and Tenreyro, Silvana",
      "The Log of Gravity",
      "Review of Economics and Statistics",
      "88",
      "641--658"),
  SHANNON_1948(
      "Shannon, Claude E.",
      "A Mathematical Theory of Communication",
      "Bell System Technical Journal",
      "27",
      "379--423"),
  SIMONSOHN_2020(
      "Simonsohn, Uri and Simmons, Joseph P. and Nelson, Leif D.",
      "Specification Curve Analysis",
      "Nature Human Behaviour",
      "4",
      "1208--1214"),
  SUITS_1977(
      "Suits, Daniel B.",
      "Measurement of Tax Progressivity",
      "American Economic Review",
      "67",
      "747--752"),
  THEIL_1967("Theil, Henri", "Economics and Information Theory", "!North-Holland", "", ""),
  TIBSHIRANI_2001(
      "Tibshirani, Robert and Walther, Guenther and Hastie, Trevor",
      "Estimating the Number of Clusters in a Data Set via the Gap Statistic",
      "Journal of the Royal Statistical Society. Series B",
      "63",
      "411--423"),
  WANG_2021("王淑佳 and 孔伟 and 任亮 and 治丹丹 and 戴彬婷", "国内耦合协调度模型的误区及修正", "自然资源学报", "36", "793--810"),
  WARD_1963(
      "Ward, Joe H.",
      "Hierarchical Grouping to Optimize an Objective Function",
      "Journal of the American Statistical Association",
      "58",
      "236--244"),
  ZAHARIA_2016(
      "Zaharia, Matei and Xin, Reynold S. and Wendell, Patrick and Das, Tathagata and Armbrust,"
          + " Michael and Dave, Ankur and Meng, Xiangrui and Rosen, Josh and Venkataraman, Shivaram"
          + " and Franklin, Michael J. and Ghodsi, Ali and Gonzalez, Joseph and Shenker, Scott and"
          + " Stoica, Ion",
      "Apache Spark: A Unified Engine for Big Data Processing",
      "Communications of the ACM",
      "59",
      "56--65");

  private final String authors;
  private final String title;
  private final String place;
  private final String volume;
  private final String pages;

  /**
   * @param authors as BibTeX writes them
   * @param place the journal; after {@code !} a publisher, after {@code @} proceedings
   */
  Reference(String authors, String title, String place, String volume, String pages) {
    this.authors = authors;
    this.title = title;
    this.place = place;
    this.volume = volume;
    this.pages = pages;
  }

  /** The key of the entry, such as {@code cochran1977}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace("_", "");
  }

  /** As a sentence cites it: the authors' names and the year. */
  public String cited() {
    String[] people = authors.split(" and ");
    String first = family(people[0]);
    String names =
        people.length == 1
            ? first
            : people.length == 2
                ? first + " & " + family(people[1])
                : first + (first.matches("\\p{IsHan}+") ? "等" : " et al.");
    return names + ", " + year();
  }

  /** One line of a list of references. */
  public String listed() {
    String where = place.replaceFirst("^[!@]", "");
    return authors.replace("{", "").replace("}", "").replace(" and ", "; ")
        + ", "
        + year()
        + ". "
        + title
        + ". "
        + where
        + (volume.isEmpty() ? "" : " " + volume)
        + (pages.isEmpty() ? "" : ", " + pages.replace("--", "–"))
        + ".";
  }

  /** The entry of a BibTeX file. */
  public String bibtex() {
    char kind = place.charAt(0);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("author", authors);
    fields.put("title", "{" + title + "}");
    fields.put(
        kind == '!' ? "publisher" : kind == '@' ? "booktitle" : "journal",
        place.replaceFirst("^[!@]", ""));
    fields.put("year", year());
    fields.put("volume", volume);
    fields.put("pages", pages);
    StringBuilder entry = new StringBuilder("@" + type(kind) + "{" + key() + ",\n");
    fields.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            entry.append("  ").append(name).append(" = {").append(value).append("},\n");
          }
        });
    return entry.append("}\n").toString();
  }

  private static String type(char kind) {
    return kind == '!' ? "book" : kind == '@' ? "inproceedings" : "article";
  }

  private String year() {
    return name().substring(name().length() - 4);
  }

  private static String family(String person) {
    return person.startsWith("{") ? person.replaceAll("[{}]", "") : person.replaceAll(",.*", "");
  }
}
