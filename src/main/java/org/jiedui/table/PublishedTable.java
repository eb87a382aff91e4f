package org.jiedui.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiedui.message.Text;

/** The tables of a version by their names: the fields of each, and what one row of it is. */
public enum PublishedTable {
  CLAIM(
      ClaimRow.values(),
      "每条公布的倍数与每种依据一行：复算的结果",
      "one row per published multiple and basis of figures: what becomes of it when recomputed"),
  CLUSTER_K_PROFILE(
      ClusterKProfileRow.values(),
      "每个类别数一行：各项拟合测度、采用的类别数与理由",
      "one row per number of clusters: every measure of fit, the chosen number and the reason"),
  CLUSTER_MEMBERSHIP(
      ClusterMembershipRow.values(),
      "每个受援地区一行：所属类别、与本类及次近类的距离，或没有类别的原因",
      "one row per recipient region: its cluster, how near it stands to it and to the next, or why"
          + " it has none"),
  CLUSTER_PROFILE(
      ClusterProfileRow.values(),
      "每个类别与变量一行，单位为变量自身的单位；类别 0 为全部参与分类的地区",
      "one row per cluster and variable, in units of the variable; cluster 0 is all classified"
          + " regions"),
  CLUSTER_STABILITY(
      ClusterStabilityRow.values(),
      "每种扰动与类别一行：该类别再次出现的程度；类别 0 为整个划分",
      "one row per disturbance and cluster: how well it is found again; cluster 0 is the whole"
          + " partition"),
  CLUSTER_TRANSITION(
      ClusterTransitionRow.values(),
      "每个较早时期、当时类别与现类别一行：有多少地区由前者到后者",
      "one row per earlier period, cluster there and published cluster: how many regions moved"),
  CLUSTER_TREE(
      ClusterTreeRow.values(),
      "Ward 树的每次合并一行：合并了什么，相距多远",
      "one row per merge of Ward's tree: what it joins and how far apart it was"),
  CODE_MAP(
      CodeMapRow.values(),
      "每个地名与年份区间一行：可能对应的代码与决定",
      "one row per name of a place and span of years: the code it may stand for, and the decision"),
  CONTENT_CHANNEL(
      ContentRow.values(),
      "每组结对、时期与渠道一行：政府、市场、社会所占份额及其熵",
      "one row per group of pairs, period and channel: the share of state, market and society, and"
          + " their entropy"),
  CONTENT_RATIO(
      ContentRow.values(),
      "每组结对、时期与比率一行：产业份额、杠杆、互惠、协议与到位",
      "one row per group of pairs, period and ratio: industry share, leverage, reciprocity, agreed"
          + " against paid"),
  CONTENT_SHARE(
      ContentRow.values(),
      "每组结对、时期与内容一行：各领域与发展性投入所占份额",
      "one row per group of pairs, period and content: the share of each area, and of development"
          + " spending"),
  CONVERGENCE(
      ConvergenceRow.values(),
      "每个指标、收敛类型与时期一行",
      "one row per indicator, kind of convergence and period"),
  CONVERGENCE_TRANSITION(
      ConvergenceTransitionRow.values(),
      "每个指标、时期与一对等级一行：地区逐年由前者到后者的频率",
      "one row per indicator, period and pair of classes: how often regions move from one to the"
          + " other in a year"),
  COVERAGE(
      CoverageRow.values(),
      "每个有采用记录的县与年份一行：记录数",
      "one row per county and year with accepted records: how many"),
  DESCRIPTIVE(
      DescriptiveRow.values(),
      "每个地区指标一行：数值的个数与分布",
      "one row per indicator of regions: how many values there are and how they spread"),
  EFFECT_CONVENTION(
      EffectConventionRow.values(),
      "每个全国流量与可采用的口径一行：同一句话可能指的每个倍数",
      "one row per national flow and admissible specification: every multiple one sentence could"
          + " mean"),
  EFFECT_DECOMPOSITION(
      EffectDecompositionRow.values(),
      "每个全国流量与倍数的组成部分一行：持续、退出与进入的受援单元，典型单元，各地贡献",
      "one row per national flow and part of its multiple: continuing, leaving and entering"
          + " recipients, the typical recipient, contributions of regions"),
  EFFECT_EVENT(
      EffectEventRow.values(),
      "每个全国流量与年份一行：变化所及受援单元与对照组之比，相对于前期最后一年；无法估计的流量只有该年一行",
      "one row per national flow and year: recipients that the change reached over the comparison"
          + " group, against the last earlier year; a flow without estimate has that year's row"
          + " alone"),
  EFFECT_INTERVAL(
      EffectIntervalRow.values(),
      "每个全国或省级流量与方法一行：总量倍数的区间",
      "one row per national or provincial flow and method: the interval of the multiple of totals"),
  EFFECT_PLACEBO(
      EffectPlaceboRow.values(),
      "每个全国流量、调整与分界年一行：在没有变化的年份处的年均倍数",
      "one row per national flow, adjustment and cut-off year: the annual multiple where nothing"
          + " happened"),
  EFFECT_PLACEBO_UNIT(
      EffectPlaceboUnitRow.values(),
      "每个全国流量与对照组受援单元一行：把它当作受影响单元时的倍数与位次",
      "one row per national flow and recipient of the comparison group, put in the place of those"
          + " that the change reached"),
  EFFECT_RATIO(
      EffectRatioRow.values(),
      "每个层级、单元、指标、方向、形式、阶段、窗口规则与口径一行：后期总额为前期总额的倍数；只作描述",
      "one row per level, unit, indicator, direction, form, stage, boundary rule and convention: the"
          + " later total as a multiple of the earlier one; a description"),
  EFFECT_TREND(
      EffectTrendRow.values(),
      "分段泊松回归的每个单元、流量、价格、形状与项一行",
      "one row per unit, flow, prices, shape and term of a segmented Poisson regression"),
  ESTIMATE(
      EstimateRow.values(), "每个估计项与方法一行", "one row per estimated term and method, in model order"),
  GAP_CHANGE(
      GapChangeRow.values(),
      "每个受援地区一行：前后两期的平均差距及其变化；只作描述",
      "one row per recipient region: its mean gap before and after, and the change; a description"),
  GAP_COMPONENT(
      GapComponentRow.values(),
      "每个地区、年份与指标一行：数值、标准化值与对指数的贡献",
      "one row per region, year and indicator of the index: the value, the normalised value and what"
          + " it adds"),
  GAP_COUPLING(
      GapCouplingRow.values(),
      "每个地区与年份一行：各维度协调发展的程度",
      "one row per region and year: how closely the dimensions of its index develop together"),
  GAP_DIMENSION(
      GapDimensionRow.values(),
      "每个地区、年份与维度一行：该维度的指数",
      "one row per region, year and dimension: the index of that dimension alone"),
  GAP_INDEX(
      GapIndexRow.values(),
      "每个地区与年份一行：发展指数、与上限及与支援方的差距；支援省也有行，但没有位次",
      "one row per region and year: its development index, its gap to the goalposts and to its"
          + " donors; donor provinces have rows without rank"),
  GAP_PAIR(
      GapPairRow.values(),
      "每组地区、测度与时期一行：与支援方、中位地区及前沿的距离；只作描述",
      "one row per group of regions, measure and period: how far they are from donors, median and"
          + " frontier; a description"),
  GAP_RANK_DRAW(
      GapRankDrawRow.values(),
      "指数的每种其他做法一行：不同之处，以及位次移动多少",
      "one row per other way of making the index: what differs and how far ranks move"),
  GAP_RANK_RANGE(
      GapRankRangeRow.values(),
      "最后一年的每个受援地区一行：位次及其在其他做法下的范围",
      "one row per recipient region of the last year: its rank and where other ways would put it"),
  GAP_WEIGHTS(
      GapWeightRow.values(),
      "指数的每个指标一行：方向、上下限与权重及其来源",
      "one row per indicator of the index: direction, goalposts and weight with their sources"),
  GEOGRAPHY_SPLIT(
      GeographySplitRow.values(),
      "拆分单元的每个代码、年份与基准年部分一行：分到的份额及依据",
      "one row per code of a divided unit, year and part: the share it was given, and by what"),
  INDICATOR(
      IndicatorRow.values(),
      "每个声明的指标一行：名称与单位",
      "one row per declared indicator: its name and unit"),
  INEQUALITY(
      InequalityRow.values(),
      "每个指标、时期、加权与测度一行；只作描述",
      "one row per indicator, period, weighting and measure; a description"),
  INEQUALITY_PARTS(
      InequalityPartsRow.values(),
      "每个指标、年份、加权、方法与部分一行；同一方法各部分之和为总和",
      "one row per indicator, year, weighting, method and part; parts of a method sum to its total"),
  LEDGER(
      LedgerRow.values(),
      "每个文件与计量一行：行数或数额的去向，读入等于各项之和",
      "one row per file and measure: where rows or amounts went; read equals the sum of the others"),
  LEDGER_STAGE(
      LedgerStageRow.values(),
      "每个文件与计量一行，全部文件合计另有一行：从文件到面板各阶段的行数或数额",
      "one row per file and measure, and per measure of all files: rows or amounts at every stage"
          + " from the files to the panel"),
  LORENZ(
      LorenzRow.values(),
      "洛伦兹曲线的每个指标、窗口与步一行：县按人均数额由小到大",
      "one row per indicator, window and step of a Lorenz curve: counties from the smallest amount per"
          + " head to the largest"),
  MECHANISM(
      ContentRow.values(),
      "每组结对、时期与机制项目一行：协议、联席会议、工作组、规划与考核",
      "one row per group of pairs, period and item of organisation: agreement, meetings, teams, plan"
          + " and assessment"),
  MORAN(
      MoranRow.values(),
      "每个变量一行（全图），每个变量与地区一行：相邻地区是否相似",
      "one row per variable for the whole map, and one per variable and region: do neighbours"
          + " resemble each other"),
  PAIR_YEAR(
      PairYearRow.values(),
      "每个支援省、受援省、指标、方向、形式、阶段与年份一行：采用记录的合计",
      "one row per donor province, recipient province, indicator, direction, form, stage and year:"
          + " the sum of accepted records"),
  PAIRING(
      PairingRow.values(),
      "每条公布的结对关系一行：谁支援谁，在哪个时期与年份",
      "one row per pairing as it was published: who supports whom, in which era and years"),
  PAIRING_ERA(
      PairingEraRow.values(),
      "每个时期与协作类型一行：支援省与受援省网络的形状及其更替",
      "one row per era and programme: the shape of the network of provinces, and its turnover"),
  PAIRING_LINK(
      PairingLinkRow.values(),
      "每个时期、协作类型、支援省、受援省与指标一行：该结对在时期内的流量",
      "one row per era, programme, donor province, recipient province and indicator: what went over"
          + " the link"),
  PAIRING_MATCH(
      PairingMatchRow.values(),
      "每个时期与协作类型一行：较强的支援方是否与较弱的受援方结对",
      "one row per era and programme: are strong donors matched with weak recipients"),
  PANEL(
      PanelRow.values(),
      "基准年的每个受援单元、支援省、年份、指标、方向、形式与阶段一行：采用记录的合计，最小单位",
      "one row per recipient unit of the base year, donor province, year, indicator, direction, form"
          + " and stage: the sum of accepted records in minor units"),
  PERIOD_TOTAL(
      PeriodTotalRow.values(),
      "每个受援单元、支援省、时期、来源、指标、方向、形式与阶段一行：来源所给的多年合计，不分摊到各年",
      "one row per recipient unit, donor province, period, source, indicator, direction, form and"
          + " stage: a total over several years as its source gives it"),
  REGION(
      RegionRow.values(),
      "基准年的每个省、市（州）、县一行；拆分的县为其各部分的合并",
      "one row per province, prefecture and county of the base year; a divided county stands as its"
          + " union"),
  REGION_YEAR(
      RegionYearRow.values(),
      "每个地区、年份与指标一行：水平值，基准年单元",
      "one row per region, year and indicator: the level, on units of the base year"),
  REJECT_REASON(
      RejectReasonRow.values(),
      "每个文件、去向、原因与计量一行：未计入的行数或数额",
      "one row per file, place, reason and measure: rows or amounts that did not count"),
  REJECTS(
      RejectRow.values(),
      "每条未采用的输入行一行：位置、原因与改正办法",
      "one row per input row that was not used: where it stands, why, and what would mend it"),
  SCORECARD(
      ScorecardRow.values(),
      "每对省份、年份与考核维度一行：得分、等次与位次；不同版本的得分不可比",
      "one row per pair of provinces, year and dimension of the assessment; scores of different"
          + " versions are not comparable"),
  SCORECARD_EFFECT(
      ScorecardEffectRow.values(),
      "每种资金一行：当年资金是否随上一年得分变动；只作描述",
      "one row per kind of funds: do the funds of a year follow the score of the year before; a"
          + " description"),
  SCORECARD_SET(
      ScorecardSetRow.values(),
      "每个考核版本与指标一行：维度、标杆、权重与等次下限",
      "one row per version of the assessment and indicator: dimension, goalposts, weight and lower"
          + " bounds of grades"),
  STATEMENT(
      StatementRow.values(),
      "非倍数的公布说法，每个数字一行；公布数互相矛盾的，每处矛盾一行",
      "one row per number of a published sentence that is no multiple, and per conflict of figures"),
  TARGETING(
      TargetingRow.values(),
      "每组县与时期一行：人均投入偏向收入较低还是较高的县；只作描述",
      "one row per group of counties and period: does aid per head go to poor or to rich counties; a"
          + " description"),
  TARGETING_CURVE(
      TargetingCurveRow.values(),
      "每组县、时期与分位点一行：收入最低部分人口所得投入的份额",
      "one row per group, period and quantile: the share of aid that the poorest part of the"
          + " population has");

  private final List<Field> fields;
  private final Text row;

  PublishedTable(Field[] fields, String zh, String en) {
    this.fields = List.of(fields);
    this.row = Text.of(zh, en);
  }

  /** Empty for a table that this program does not know, as of a later one. */
  public static Optional<PublishedTable> named(String table) {
    for (PublishedTable known : values()) {
      if (known.table().equals(table)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  /** Its name in files. */
  public String table() {
    return name().toLowerCase(Locale.ROOT);
  }

  public List<Field> fields() {
    return fields;
  }

  /** What one row is. */
  public Text row() {
    return row;
  }
}
