package org.jiedui.run;

import java.nio.file.Path;
import java.util.Optional;
import org.jiedui.settings.Settings;

/**
 * The user's own map, on which a run draws places; none is shipped.
 *
 * @param approval its approval number (审图号); empty when none is given
 */
public record MapFile(Path file, String approval) {
  static Optional<MapFile> of(Settings output, Path folder) {
    String approval = output.text("map-approval", "");
    return output
        .optionalText("map")
        .map(file -> new MapFile(folder.resolve(file).normalize(), approval));
  }
}
