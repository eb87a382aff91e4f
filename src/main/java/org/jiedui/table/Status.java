package org.jiedui.table;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jiedui.message.Text;

/**
 * Why a published number is there, is missing, or needs a warning. The codes are the same in every
 * language and every table; an absent value always carries one of them.
 */
public enum Status {
  OK("", "按定义计算", "computed as specified"),
  ZERO_BASE("N", "基数为零,比值无定义;差额照列", "the base is 0: no ratio; the difference is still given"),
  NEGATIVE_BASE(
      "N", "前期总额为负,倍数无定义;差额照列", "earlier total is below 0; the difference is still given"),
  NEW_UNIT("N", "新进入单元:前期为零、后期为正", "entering unit: 0 before, positive after"),
  EXITED_UNIT("F", "退出单元:前期为正、后期为零", "leaving unit: positive before, 0 after"),
  ALL_ZERO("N", "前后两期均为零", "0 before and 0 after"),
  NO_DATA("N", "范围内没有可用数据", "nothing in scope"),
  NO_CONTINUING_UNITS("N", "没有两期都出现的单元", "no unit is on both sides"),
  OVERLAPPING_WINDOWS("R", "前后窗口有共同年份", "the windows share a year"),
  UNDECLARED_ABSENCE(
      "R", "未声明“无记录”表示零还是缺失", "not declared whether no record means zero or missing"),
  MIXED_UNITS("R", "单位不同或未声明", "units differ or are not declared"),
  MATRIX_TOO_LARGE("R", "超过单机计算的格数上限", "above the cell budget"),
  DEFLATOR_GAP("N", "窗口内有年份缺少价格指数", "a year of a window has no price index"),
  NEEDS_DATES("N", "边界规则 D 需要日期,年度记录不够", "boundary rule D needs dates; records are yearly"),
  PERIOD_TOTAL(
      "FN",
      "由多年合计数得出,不变价与趋势无从计算",
      "made of totals over several years; constant prices and trends need single years"),
  MISSING_YEARS("F", "序列有缺年", "the series is incomplete"),
  DEFINITION_BREAK("F", "口径变化", "the definition changed"),
  BECAME_DISTRICT("F", "县改区,不再列入县级统计", "county became a district and left the county population"),
  NEGATIVE_VALUE(
      "FNR",
      "含负值(退回款):比值照算;不平等指标不算;泊松模型拒绝",
      "negative values: ratio stands, inequality is null, Poisson refuses"),
  ZERO_VALUE("N", "对零取对数", "logarithm of 0"),
  ZERO_MEAN("N", "均值为零", "the mean is 0"),
  ZERO_INDEX("N", "对数差距中指数不为正", "index not above 0 in a log gap"),
  ZERO_SYSTEM("F", "耦合系统取零", "a coupled system is at 0"),
  SINGLE_CLUSTER("I", "只有一个聚类单元,没有区间", "one cluster: no interval"),
  TOO_FEW_CLUSTERS("I", "聚类单元少于 5 个,不给区间", "fewer than 5 clusters: no interval"),
  ONE_TREATED_CLUSTER("I", "只有一个处理聚类,只报随机化 p 值", "one treated cluster: randomisation p only"),
  CLUSTER_BELOW_ASSIGNMENT("F", "聚类单元细于政策分配层级", "clusters are finer than the level of assignment"),
  FIELLER_UNBOUNDED("I", "Fieller 区间无界", "the Fieller interval is unbounded"),
  BOOT_UNSTABLE("I", "超过千分之一的重抽样无定义", "over 0.1 % of the resamples are undefined"),
  SMALL_N("F", "单元或配对过少", "few pairs or units"),
  SMALL_COHORT("F", "组内少于 5 个单元", "a cohort has fewer than 5 units"),
  SINGLETONS_DROPPED("F", "剔除单例固定效应组(附数目)", "fixed-effect groups of one were dropped (with count)"),
  TOO_SHORT("N", "时点或分割点过少", "too few points or cuts"),
  NO_DF("N", "没有剩余自由度", "no residual degrees of freedom"),
  NO_PRE_PERIOD("N", "没有前期年份", "no earlier year"),
  COLLINEAR("F", "共线变量已按名剔除", "a collinear regressor was dropped by name"),
  SEPARATED(
      "FN",
      "分离的行已剔除(附数目);无剩余行则为空",
      "separated rows were dropped (with count); null if none is left"),
  NO_CONVERGENCE("N", "达到迭代上限", "the iteration limit was reached"),
  SINGULAR_VCOV("I", "方差矩阵不可逆", "the variance cannot be inverted"),
  NO_CONTROL("N", "没有对照组", "the comparison group is empty"),
  NO_CONTRAST("N", "全部或没有单元受处理", "all or none are treated"),
  TOO_FEW_CONTROLS("I", "安慰剂单元过少", "too few placebo units"),
  ALWAYS_TREATED("F", "始终受处理的组已剔除(附数目)", "an always-treated cohort was dropped (with count)"),
  NO_NEVER_TREATED("F", "改用尚未处理组作对照", "comparison switched to the not-yet-treated"),
  CONSTANT("F", "变量没有变异,权重为零", "a column without variation has weight 0"),
  ALL_EQUAL("N", "所有行相同", "all rows are equal"),
  OUT_OF_GOALPOSTS("F", "超出标杆值,已截断", "outside the goalposts: capped"),
  FLOORED("F", "已提高到声明的下限", "raised to the declared floor"),
  IMPUTED("F", "缺失值已按声明填补", "a missing value was filled as declared"),
  MISSING_INDICATOR("N", "可用指标过少", "too few indicators"),
  INCOMPLETE_SCORECARD("N", "评分项目不全", "too few items of the scorecard"),
  NO_DONOR("N", "该年没有结对关系", "no pair in that year"),
  SINGLE_GROUP("F", "只有一组,均匀度为空", "one group: evenness is null"),
  EMPTY_CLASS("N", "有状态没有转移", "a class has no transitions"),
  NOT_ERGODIC("N", "存在多个常返类", "several recurrent classes"),
  NO_SPEED("N", "没有收敛,速度无定义", "no convergence: no speed"),
  TOO_FEW_POINTS("R", "类数大于不同的点数", "k is above the number of distinct rows"),
  SINGLETON_CLUSTER("F", "类中只有一个单元", "a cluster of one"),
  UNDETERMINED("F", "证据不足以判断", "no verdict"),
  SIGNIFICANT_WITHIN_BAND("F", "斜率不为零但可忽略", "slope is not zero but negligible"),
  NO_PAIRS("N", "没有结对关系", "no link"),
  DEGENERATE_NULL("N", "随机配对与最优配对相同", "random and optimal matching are equal"),
  ISLAND("F", "没有邻接单元", "no neighbour"),
  REPRODUCED("", "可复算:在原文口径下与公布值一致", "recomputed value equals the published one"),
  REPRODUCED_OTHER_CONVENTION(
      "", "仅在其他口径下与公布值一致", "equals the published value under another convention"),
  BOUNDED("", "有出处的数字只给出下限或上限", "sourced figures give only a floor or a ceiling"),
  NOT_MATCHED("", "与公布值不一致,原因待查", "differs from the published value; the cause is open"),
  NOT_COMPARABLE(
      "", "数据的范围、年份或覆盖面与原文不同", "scope, years or coverage of the data differ from the claim's"),
  NOT_COMPUTABLE("N", "无法复算", "the claim cannot be evaluated"),
  CIRCULAR_CLAIM(
      "N", "输入数字由该结论反推得出,不能用来证实它", "an input is derived from the claim and cannot confirm it"),
  WEIGHTS_NOT_ONE("X", "权重之和不为 1", "weights do not sum to 1"),
  NOT_CONSERVED("X", "总量不守恒", "totals are not conserved"),
  IDENTITY_BROKEN("X", "恒等式不成立", "an identity fails");

  /** What a status does to the number it stands beside. */
  public enum Effect {
    /** The value is null. */
    N,
    /** Only interval, standard error or p is null. */
    I,
    /** A flag: the value stands. */
    F,
    /** The request or the row is refused. */
    R,
    /** The run ends. */
    X
  }

  private final Set<Effect> effects;
  private final Text meaning;

  Status(String letters, String zh, String en) {
    TreeSet<Effect> found = new TreeSet<>();
    letters.chars().forEach(c -> found.add(Effect.valueOf(String.valueOf((char) c))));
    this.effects = Set.copyOf(found);
    this.meaning = Text.of(zh, en);
  }

  /** Empty for OK and for the outcomes of a claim that is compared with a value. */
  public Set<Effect> effects() {
    return effects;
  }

  public Text meaning() {
    return meaning;
  }

  /** The status of a code as tables hold it; a flag may carry a count after {@code =}. */
  public static Optional<Status> of(String code) {
    String name = code.strip().toUpperCase(Locale.ROOT).replaceFirst("=.*$", "");
    for (Status status : values()) {
      if (status.name().equals(name)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
