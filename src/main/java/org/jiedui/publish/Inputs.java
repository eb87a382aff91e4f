package org.jiedui.publish;

import java.util.Comparator;
import java.util.List;

/**
 * Everything a version is computed from. Two runs with equal inputs are the same version.
 *
 * @param files inputs, by content
 * @param configuration digest of the effective configuration
 * @param references geography, pairings, prices and other facts, by content
 * @param code version of the program
 */
public record Inputs(
    List<InputDigest> files, String configuration, List<InputDigest> references, String code) {
  public Inputs {
    files = sorted(files);
    references = sorted(references);
  }

  public String fingerprint() {
    return Fingerprint.of(
        files.stream().map(InputDigest::sha256).toList(),
        configuration,
        references.stream().map(InputDigest::sha256).toList(),
        code,
        Commit.PROTOCOL);
  }

  private static List<InputDigest> sorted(List<InputDigest> digests) {
    return digests.stream()
        .sorted(Comparator.comparing(InputDigest::name).thenComparing(InputDigest::sha256))
        .toList();
  }
}
