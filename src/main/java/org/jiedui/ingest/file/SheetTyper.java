package org.jiedui.ingest.file;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jiedui.message.Text;

/**
 * Types the rows of one sheet by {@link RowTyper}, with what the workbook says about their cells.
 */
final class SheetTyper implements CellMarks {
  private static final int YEAR_TO_DAY = 10;
  private static final Set<Role> NEVER_TYPED =
      EnumSet.of(
          Role.EXTRA,
          Role.RECIPIENT_NAME,
          Role.PROVINCE_NAME,
          Role.PREFECTURE_NAME,
          Role.PII,
          Role.PERSON);

  private static final Set<Role> DAYS = EnumSet.of(Role.YEAR, Role.FROM, Role.TO);

  private final Layout layout;
  private final SheetPlan plan;
  private final RowTyper typer;
  private final Sink sink;
  private final MergedCells merged;
  private final Set<String> missing;
  private final boolean[] filled;
  private SheetRow row;
  private boolean belowNote;

  SheetTyper(Layout layout, Sink sink) {
    this.layout = layout;
    this.plan = layout.sheet();
    this.typer = new RowTyper(layout);
    this.sink = sink;
    this.merged = new MergedCells(plan.merged());
    this.missing = Set.copyOf(layout.missing());
    this.filled = new boolean[layout.slots().size()];
  }

  Tally tally() {
    return typer.tally();
  }

  /** Takes the next row of the sheet; rows of the header and above are passed over. */
  boolean take(SheetRow next) {
    merged.to(next);
    if (next.number() >= plan.dataRow()) {
      row = next;
      long line = plan.base() + next.number();
      if (isLeftOut()) {
        typer.skip(line, sink);
      } else {
        type(line);
      }
      if (next.hidden() && !next.isBlank()) {
        typer.tally().code(Reason.XLS_HIDDEN);
        sink.flag(Reason.XLS_HIDDEN, line);
      }
    }
    return true;
  }

  /** A row mended as a whole is text: nothing else is known of it. */
  private void type(long line) {
    Mends.Mend mend = layout.mends().of(line);
    String raw = row.line(layout.slots().size());
    if (mend == null || mend.row() == null) {
      typer.type(line, 0, raw, texts(), this, sink);
      return;
    }
    List<String> cells = new ArrayList<>();
    Reason broken = RowReader.split(mend.row(), layout.separator(), cells);
    if (broken == null) {
      typer.type(line, 0, mend.row(), cells, sink);
    } else {
      typer.refuse(line, mend.row(), broken, sink);
    }
  }

  private boolean isLeftOut() {
    if (row.isBlank() || row.hidden() && plan.book().skipsHidden()) {
      return true;
    }
    List<SheetCell> some = row.cells().stream().filter(c -> !c.isBlank()).toList();
    boolean words = some.size() == 1 && some.get(0).kind() == SheetCell.Kind.TEXT;
    belowNote |= Footnote.isOne(some.stream().map(SheetCell::text).toList());
    return belowNote && words || isHeaderAgain();
  }

  /** Headers are repeated where a table goes on on the next printed page. */
  private boolean isHeaderAgain() {
    return row.texts(plan.header().size()).equals(plan.header());
  }

  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Slot slot : layout.slots()) {
      texts.add(text(slot, cell(slot)));
    }
    for (int i = row.cells().size() - 1; i >= texts.size(); i--) {
      if (!row.cell(i).isBlank()) {
        List<String> whole = new ArrayList<>(texts);
        row.cells().subList(texts.size(), i + 1).forEach(c -> whole.add(c.text()));
        return whole;
      }
    }
    return texts;
  }

  private SheetCell cell(Slot slot) {
    SheetCell own = row.cell(slot.position());
    filled[slot.position()] = false;
    int[] range = merged.at(slot.position());
    if (range == null
        || slot.isAmount()
        || slot.role() == Role.EXTRA
        || slot.role().isPersonal()
        || !own.isBlank()) {
      return own;
    }
    SheetCell value = merged.value(range);
    boolean down = range[2] == range[3] && range[0] < row.number();
    boolean total = RowTyper.isTotalWord(value.text());
    filled[slot.position()] = down && !value.isBlank();
    return down || total ? value : own;
  }

  private static String text(Slot slot, SheetCell cell) {
    return switch (cell.kind()) {
      case DATE ->
          DAYS.contains(slot.role()) && cell.text().length() > YEAR_TO_DAY
              ? cell.text().substring(0, YEAR_TO_DAY)
              : cell.text();
      case PERCENT ->
          slot.measure() != null && slot.measure().unit().equals("%")
              ? cell.text().substring(0, cell.text().length() - 1)
              : cell.text();
      default -> cell.text();
    };
  }

  @Override
  public Reason problem(Slot slot) {
    SheetCell cell = row.cell(slot.position());
    if (NEVER_TYPED.contains(slot.role())) {
      return null;
    }
    if (slot.isAmount() && merged.at(slot.position()) != null) {
      return Reason.XLS_MERGED;
    }
    boolean date = cell.kind() == SheetCell.Kind.DATE;
    return date && (slot.isAmount() || isCode(slot)) ? Reason.XLS_DATE : cell.broken();
  }

  @Override
  public Reason flag(Slot slot) {
    SheetCell cell = row.cell(slot.position());
    if (filled[slot.position()]) {
      return Reason.XLS_FILLED;
    }
    return switch (cell.kind()) {
      case NUMBER -> isCode(slot) ? Reason.CODE_FLOAT : null;
      case LONG_NUMBER -> NEVER_TYPED.contains(slot.role()) ? null : Reason.XLS_PRECISION;
      case TEXT ->
          slot.isAmount() && !missing.contains(cell.text().strip()) ? Reason.XLS_TEXT_NUMBER : null;
      default -> null;
    };
  }

  private static boolean isCode(Slot slot) {
    return slot.role() == Role.RECIPIENT || slot.role() == Role.DONOR;
  }

  @Override
  public Text suggestion(Slot slot) {
    SheetCell cell = row.cell(slot.position());
    return switch (cell.kind()) {
      case DATE ->
          Text.of(
              "存储值 " + cell.stored() + ";把单元格格式改为“常规”后重新输入",
              "stored is " + cell.stored() + "; set the format to General and enter it again");
      case NO_CACHE -> Text.of("在 Excel 或 WPS 中打开并保存一次", "open and save it once in Excel or WPS");
      case ERROR -> Text.of("更正公式或留空", "correct the formula or leave the cell empty");
      default ->
          merged.at(slot.position()) == null
              ? Text.NONE
              : Text.of("取消合并,逐行填写", "unmerge the cells and fill in every row");
    };
  }
}
