package org.jiedui.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jiedui.ingest.file.Reason;
import org.jiedui.message.InputException;
import org.jiedui.message.Lang;
import org.jiedui.table.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainJobTest {
  private static final Path TEXTS = Path.of("src/main/resources/org/jiedui");

  @Test
  void everyCodeHasMeaningExampleAndAdviceInBothLanguages() {
    List<Explanation> all = Explanation.all();

    assertThat(all).hasSize(Reason.values().length + Status.values().length);
    for (Explanation e : all) {
      for (Lang lang : Lang.values()) {
        assertThat(e.meaning().in(lang)).as(e.code()).isNotBlank();
        assertThat(e.example().in(lang)).as(e.code()).isNotBlank();
        assertThat(e.advice().in(lang)).as(e.code()).isNotBlank();
      }
      assertThat(e.advice().zh()).as(e.code()).isNotEqualTo(e.advice().en());
    }
    assertThat(all.stream().map(Explanation::code)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"explain.properties", "explain_zh.properties"})
  void noTextSpeaksOfACodeThatDoesNotExist(String file) throws Exception {
    Stream<String> known =
        Explanation.all().stream().flatMap(e -> Stream.of(e.code() + ".example", e.code() + ".do"));

    assertThat(Files.readAllLines(TEXTS.resolve(file)).stream().map(l -> l.split(" = ")[0]))
        .containsExactlyInAnyOrder(known.toArray(String[]::new));
  }

  @Test
  void aCodeIsFoundInAnyCaseAndAnUnknownOneNamesTheNearest() {
    assertThat(Explanation.of(List.of("code_sci", "SEPARATED=3")))
        .extracting(Explanation::code)
        .containsExactly("CODE_SCI", "SEPARATED");
    assertThatThrownBy(() -> Explanation.of(List.of("CODE_SCY", "ZERO_BAS")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("did you mean CODE_SCI?")
        .hasMessageContaining("did you mean ZERO_BASE?");
  }
}
