package org.jiedui.paper;

import org.jiedui.publish.Commit;
import org.jiedui.publish.Version;

/** How a version is cited, as a file in the Citation File Format 1.2. */
public final class Citation {
  public static final String FILE = "CITATION.cff";

  private Citation() {}

  /**
   * @param title of the study
   */
  public static String of(Version version, String title) {
    Commit commit = version.commit();
    return """
        cff-version: 1.2.0
        message: "If you use these tables, please cite this version of them."
        type: dataset
        title: "%s"
        authors:
          - name: "The authors of the study %s"
        version: "%d"
        date-released: "%s"
        identifiers:
          - type: other
            value: "sha256:%s"
            description: "SHA-256 of the manifest, which lists every table with its own"
        references:
          - type: software
            title: "Jiedui"
            authors:
              - name: "The Jiedui authors"
            version: "%s"
        """
        .formatted(
            title.replace("\\", "").replace("\"", "'"),
            commit.report(),
            commit.seq(),
            commit.asOf(),
            commit.manifestSha256(),
            commit.codeVersion());
  }
}
