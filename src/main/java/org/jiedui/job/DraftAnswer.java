package org.jiedui.job;

import java.util.List;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.ingest.Check;
import org.jiedui.ingest.StudyDraft;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.reference.Geography;
import org.jiedui.reference.Indicators;
import org.jiedui.reference.Pairings;

/** What {@code init} says: the files as understood, and every line that is a guess. */
final class DraftAnswer {
  private final StudyDraft.Result draft;
  private final Printer printer;

  DraftAnswer(StudyDraft.Result draft, Printer printer) {
    this.draft = draft;
    this.printer = printer;
  }

  void tell(Indicators indicators) {
    draft.left().forEach(printer::problem);
    if (!printer.forPeople()) {
      printer.table(guesses());
      return;
    }
    new CheckAnswer(printer, indicators).understood(check());
    for (Problem guess : draft.guesses()) {
      printer.line(Text.same(guess.place()));
      printer.line(Text.same("    " + guess.excerpt().get(0)));
    }
    int open = draft.guesses().size();
    String next = "jobs/jiedui check --study " + draft.study();
    printer.line(
        Text.of(
            "已起草 %s;以上 %d 处猜测待确认:核对后删去行末注释,再运行 %s".formatted(draft.study(), open, next),
            "drafted %s; the %d guesses above wait for you: check each, delete its comment, then run %s"
                .formatted(draft.study(), open, next)));
  }

  /** Every year is shown: the windows are a guess of their own. */
  private Check.Result check() {
    Geography geography = Geography.load(draft.places().geography());
    Pairings pairings = Pairings.load(draft.places().pairings(), geography);
    return Check.of(
        new Check.Request(
            draft.inputs(), draft.contract(), geography, pairings, 0, Integer.MAX_VALUE));
  }

  private PaperTable guesses() {
    return new PaperTable(
        "guesses",
        Text.of("待确认的猜测", "Guesses to confirm"),
        List.of(
            PaperTable.Column.of("place", "位置", "Place"),
            PaperTable.Column.of("line", "该行", "Line")),
        draft.guesses().stream()
            .map(
                g ->
                    PaperTable.Row.of(
                        List.of(Cell.words(g.place()), Cell.words(g.excerpt().get(0)))))
            .toList(),
        List.of());
  }
}
