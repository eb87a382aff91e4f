package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.LONG;
import static org.jiedui.table.Type.TEXT;

/** How many accepted records a county has in a year; a county-year without any has no row. */
public enum CoverageRow implements Field {
  RECIPIENT_CODE(key(TEXT, "受援县代码(基准年)", "Recipient code (base year)")),
  YEAR(key(Type.YEAR, "年份", "Year")),
  RECORDS(measure(LONG, "records", "记录数", "Records").within("≥ 1").by("sum of panel.records"));

  private final Spec spec;

  CoverageRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
