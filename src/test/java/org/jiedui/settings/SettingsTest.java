package org.jiedui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jiedui.message.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path dir;

  @Test
  void numbersThatAreNotFiniteAreRefused() throws IOException {
    Settings s = settings("a = NaN\nb = [1, Infinity]\nc = 1e400", StandardCharsets.UTF_8);

    assertThat(s.real("a", 1)).isEqualTo(1);
    assertThat(s.reals("b")).isEmpty();
    assertThat(s.real("c", 2)).isEqualTo(2);
    assertThat(s.problems()).hasSize(3);
  }

  @Test
  void aWordThatMustBeSaidIsMissed() throws IOException {
    Settings s = settings("a = true", StandardCharsets.UTF_8);

    assertThat(s.flag("a")).isTrue();
    assertThat(s.flag("b")).isFalse();
    assertThat(catchThrowableOfType(InputException.class, s::finish).getMessage())
        .contains("missing setting b");
  }

  @Test
  void anotherEncodingIsRefusedAndNotReplaced() {
    InputException e =
        catchThrowableOfType(
            InputException.class, () -> settings("title = 结对", Charset.forName("GB18030")));

    assertThat(e.getMessage()).contains("settings file is not UTF-8");
  }

  private Settings settings(String text, Charset charset) throws IOException {
    Path file = dir.resolve("a.conf");
    Files.write(file, text.getBytes(charset));
    return Settings.load(file);
  }
}
