package org.jiedui.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in our jar is on the list, with the licence that the list gives. */
class ComponentsIT {
  private static final Path BILL = Path.of("target/jiedui-sbom.json");

  @Test
  void jarHoldsOnlyWhatIsAllowed() throws IOException {
    assumeTrue(isOfThisBuild(), "the list of components is not made by an offline build");
    List<String> found = new ArrayList<>();
    JsonNode bill = new ObjectMapper().readTree(BILL.toFile());
    for (JsonNode component : bill.get("components")) {
      String licence = component.at("/licenses/0/license/id").asText("unknown");
      found.add(component.get("name").asText() + " " + licence);
    }

    assertThat(found).containsExactlyInAnyOrderElementsOf(allowed());
  }

  private static boolean isOfThisBuild() throws IOException {
    return Files.exists(BILL)
        && Files.getLastModifiedTime(BILL)
                .compareTo(Files.getLastModifiedTime(Path.of("target/jiedui.jar")))
            >= 0;
  }

  private static List<String> allowed() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/allowed-components.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }
}
