package org.jiedui.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.jiedui.message.ExitCode;
import org.jiedui.message.Lang;
import org.junit.jupiter.api.Test;

/** A run that had too little memory says so, and what helps. */
class MemoryShortageTest {
  @Test
  void itIsFoundBelowOtherCausesAndInTheWordsOfATask() {
    var error = new OutOfMemoryError("Java heap space");
    var task = new IllegalStateException("stage failed: java.lang.OutOfMemoryError: Java heap");

    assertThat(MemoryShortage.in(new IllegalStateException("a", error))).isPresent();
    assertThat(MemoryShortage.in(new RuntimeException(task)).orElseThrow())
        .satisfies(e -> assertThat(e.exit()).isEqualTo(ExitCode.STORAGE))
        .satisfies(
            e -> assertThat(e.problems().get(0).in(Lang.EN)).contains("--driver-memory 4g", "MiB"));
    assertThat(MemoryShortage.in(new IllegalStateException("something else"))).isEmpty();
  }
}
