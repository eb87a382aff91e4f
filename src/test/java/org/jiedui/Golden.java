package org.jiedui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jiedui.message.Lang;
import org.jiedui.message.Problem;

/** Messages as printed, against files of the expected text; {@code -Dgolden=write} writes them. */
public final class Golden {
  private Golden() {}

  /** In both languages, {@code golden/<name>.<language>.txt}. */
  public static void assertSaid(String name, List<Problem> problems) {
    assertThat(problems).isNotEmpty();
    for (Lang lang : Lang.values()) {
      Path golden =
          Path.of("src/test/resources/golden", name + "." + lang.name().toLowerCase() + ".txt");
      String said =
          problems.stream().map(p -> p.in(lang)).collect(Collectors.joining("\n\n")) + "\n";
      try {
        if ("write".equals(System.getProperty("golden"))) {
          Files.writeString(golden, said);
        }
        assertThat(said).as(golden.toString()).isEqualTo(Files.readString(golden));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
