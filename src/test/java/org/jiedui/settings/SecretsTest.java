package org.jiedui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret has no place in a settings file, and its value in no message. */
class SecretsTest {
  private static final String CANARY = "canary-7d1f";

  @TempDir private Path folder;

  @Test
  void aLiteralSecretIsRefusedWhereverItStandsAndIsNotShown() {
    for (String text :
        List.of(
            "password = \"" + CANARY + "\"",
            "store { access-key = " + CANARY + " }",
            "list = [ { api_token = \"" + CANARY + "\" } ]",
            "secret = [ " + CANARY + " ]",
            "a { b { DbPassword = " + CANARY + "\n other = 1 } }")) {
      assertThatThrownBy(() -> Settings.load(file(text)))
          .as(text)
          .isInstanceOfSatisfying(
              InputException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.USAGE))
          .hasMessageContaining("CONF_SECRET")
          .hasMessageNotContaining(CANARY);
    }
  }

  @Test
  void namingTheVariableOrTheFileThatHoldsItIsTheWay() throws Exception {
    Settings settings =
        Settings.load(file("password = ${?NO_SUCH_VARIABLE}\npassword-file = \"/run/secret\""));

    assertThat(settings.optionalText("password")).isEmpty();
    assertThat(settings.text("password-file")).isEqualTo("/run/secret");
  }

  @Test
  void aSecretOfAWrongTypeIsNotShownEither() throws Exception {
    Settings settings = Settings.load(file("token = ${PATH}"));
    settings.integer("token");

    assertThat(settings.problems()).hasSize(1);
    assertThat(settings.problems().get(0).summary().en()).contains("***");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("settings.conf"), text);
  }
}
