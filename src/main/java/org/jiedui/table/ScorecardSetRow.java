package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.TEXT;

/** One row per version of the assessment and indicator: how the study scores it. */
public enum ScorecardSetRow implements Field {
  VERSION(key(TEXT, "指标体系版本", "Version")),
  INDICATOR(key(TEXT, "考核指标", "Indicator")),
  TITLE_ZH(Spec.label(TEXT, "指标体系名称", "Title (Chinese)")),
  TITLE_EN(Spec.label(TEXT, "指标体系名称(英文)", "Title")),
  FIRST_YEAR(Spec.label(Type.YEAR, "起始年", "First year")),
  LAST_YEAR(Spec.label(Type.YEAR, "终止年", "Last year")),
  DIMENSION(Spec.label(TEXT, "维度", "Dimension")),
  DIMENSION_ZH(Spec.label(TEXT, "维度名称", "Dimension (Chinese)")),
  DIMENSION_EN(Spec.label(TEXT, "维度名称(英文)", "Dimension (English)")),
  LABEL_ZH(Spec.label(TEXT, "指标名称", "Label (Chinese)")),
  LABEL_EN(Spec.label(TEXT, "指标名称(英文)", "Label")),
  /** Whether more is better. */
  POLARITY(Spec.label(TEXT, "方向", "Direction").among("benefit", "cost")),
  /** The goalposts: values beyond them count as the nearer one. */
  LOW(measure(DOUBLE, "indicator unit", "下标杆", "Goalpost, low")),
  HIGH(measure(DOUBLE, "indicator unit", "上标杆", "Goalpost, high")),
  WEIGHT(measure(DOUBLE, "1", "权重", "Weight").within("≥ 0")),
  /** Share of the version's weight that must be there for a score. */
  MIN_SHARE(measure(DOUBLE, "1", "有值权重下限", "Least share of weight").within("[0, 1]")),
  /** Grades with their lower bounds, the best first. */
  GRADES_ZH(Spec.label(TEXT, "等次下限", "Grades from (Chinese)")),
  GRADES_EN(Spec.label(TEXT, "等次下限(英文)", "Grades from"));

  private final Spec spec;

  ScorecardSetRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
