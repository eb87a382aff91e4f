package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedColumnsTest {
  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("panel.csv"), text);
  }

  private static List<String> codes(InputException refused) {
    return refused.problems().stream().map(Problem::code).toList();
  }

  @Test
  void columnsAreFoundByNameInAnyOrder() throws IOException {
    NamedColumns columns = NamedColumns.read(file("b,a,c\n2.5, x ,9\nNA,y,8\n"), List.of("a", "b"));
    assertThat(columns.size()).isEqualTo(2);
    assertThat(columns.text(0, "a")).isEqualTo("x");
    assertThat(columns.number(0, "b")).contains(2.5);
    assertThat(columns.number(1, "b")).isEmpty();
    columns.refuseProblems();
  }

  @Test
  void everyColumnThatIsNotThereIsToldAtOnce() {
    assertThatThrownBy(
            () -> NamedColumns.read(file("unit,year\n1,2\n"), List.of("unit", "yr", "x")))
        .isInstanceOfSatisfying(
            InputException.class,
            refused -> assertThat(codes(refused)).containsExactly("COL_MISSING", "COL_MISSING"));
  }

  @Test
  void everyValueThatIsNoNumberIsToldAtOnce() throws IOException {
    NamedColumns columns = NamedColumns.read(file("t,v\n2016,1e5\n2016a,12x\n"), List.of("t", "v"));
    for (int row = 0; row < 2; row++) {
      columns.whole(row, "t");
      columns.number(row, "v");
    }
    assertThatThrownBy(columns::refuseProblems)
        .isInstanceOfSatisfying(
            InputException.class,
            refused -> assertThat(codes(refused)).containsExactly("NUM_SYNTAX", "NUM_SYNTAX"));
  }

  @Test
  void moreCellsThanTheBudgetAreRefused() throws IOException {
    Path three = file("t,v\n1,1\n2,2\n3,3\n");
    assertThat(NamedColumns.read(three, List.of("t", "v"), 6).size()).isEqualTo(3);
    assertThatThrownBy(() -> NamedColumns.read(three, List.of("t", "v"), 5))
        .isInstanceOfSatisfying(
            InputException.class,
            refused -> assertThat(codes(refused)).containsExactly("MATRIX_TOO_LARGE"));
  }
}
