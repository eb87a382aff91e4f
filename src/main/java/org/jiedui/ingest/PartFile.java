package org.jiedui.ingest;

import java.io.Serializable;
import org.jiedui.ingest.file.LandingPart;

/**
 * A part's files as a task needs them.
 *
 * @param stem path before the endings
 * @param keysStem path before the ending of the key hashes, which may lie elsewhere
 */
record PartFile(Groups.PartAddress address, String stem, String keysStem) implements Serializable {
  String keys() {
    return keysStem + LandingPart.KEYS;
  }
}
