package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per unit of the base year: provinces, prefectures and counties. A county that was split
 * stands as its union, codes joined by "+".
 */
public enum RegionRow implements Field {
  CODE(key(TEXT, "代码", "Code")),
  NAME(Spec.label(TEXT, "名称", "Name")),
  NAME_EN(Spec.label(TEXT, "英文名称", "English name")),
  /** {@code province}, {@code prefecture} or {@code county}. */
  LEVEL(Spec.label(TEXT, "层级", "Level")),
  PREFECTURE_CODE(Spec.label(TEXT, "所属地级单位代码", "Prefecture code")),
  PROVINCE_CODE(Spec.label(TEXT, "所属省代码", "Province code"));

  private final Spec spec;

  RegionRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
