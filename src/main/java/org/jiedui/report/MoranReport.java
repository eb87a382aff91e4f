package org.jiedui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.Frame;
import org.jiedui.table.MoranRow;

/** Whether neighbours resemble each other: Moran's I of the gap and its components. */
public final class MoranReport {
  private static final double LEVEL = .05;

  private MoranReport() {}

  public static PaperTable of(Frame moran) {
    Map<String, int[]> local = new TreeMap<>();
    for (int row = 0; row < moran.size(); row++) {
      int[] counts = local.computeIfAbsent(moran.text(row, MoranRow.VARIABLE), v -> new int[2]);
      Double q = (Double) moran.value(row, MoranRow.Q);
      counts[0] += q != null && q <= LEVEL ? 1 : 0;
      counts[1] += "ISLAND".equals(moran.text(row, MoranRow.STATUS)) ? 1 : 0;
    }
    List<PaperTable.Row> rows = new ArrayList<>();
    for (int row = 0; row < moran.size(); row++) {
      if (MoranRow.WHOLE_MAP.equals(moran.text(row, MoranRow.UNIT_CODE))) {
        rows.add(row(moran, row, local.get(moran.text(row, MoranRow.VARIABLE))));
      }
    }
    return new PaperTable(
        "moran",
        Text.of("空间自相关(莫兰指数)", "Spatial autocorrelation (Moran's I)"),
        List.of(
            PaperTable.Column.of("variable", "变量", "Variable"),
            PaperTable.Column.of("moran_i", "I", "I"),
            PaperTable.Column.of("expectation", "期望", "Expectation"),
            PaperTable.Column.of("z", "z", "z"),
            PaperTable.Column.of("p", "置换 p", "Permutation p"),
            PaperTable.Column.of("local", "局部显著", "Local, q ≤ .05"),
            PaperTable.Column.of("islands", "孤立地区", "Islands")),
        rows,
        List.of(
            Text.of(
                "行标准化权重;方差按随机化假设;p 为双侧置换检验,局部经 Benjamini–Hochberg 校正。没有邻接的地区不计(ISLAND)。",
                "Row-standardised weights; variance under randomisation; p by two-sided"
                    + " permutation, local ones adjusted after Benjamini and Hochberg. Regions"
                    + " without neighbours are left out (ISLAND).")));
  }

  private static PaperTable.Row row(Frame frame, int row, int[] local) {
    String status = frame.text(row, MoranRow.STATUS);
    return PaperTable.Row.of(
        List.of(
            Cell.words(frame.text(row, MoranRow.VARIABLE)),
            number(frame, row, MoranRow.MORAN_I, status),
            number(frame, row, MoranRow.EXPECTATION, status),
            number(frame, row, MoranRow.Z, status),
            number(frame, row, MoranRow.P, status),
            new Cell.Count(local[0]),
            new Cell.Count(local[1])));
  }

  private static Cell number(Frame frame, int row, MoranRow field, String code) {
    return Cell.estimate((Double) frame.value(row, field), 3, code);
  }
}
