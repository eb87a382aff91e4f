package org.jiedui.publish;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The name {@code latest}, for people: it points to the default version's folder. The commit log
 * alone decides; a hint that is behind is set right by the next run.
 */
record Hint(Store store, String report) {
  void pointTo(Commit head, String token) throws IOException {
    if (!pointsTo(head)) {
      try {
        swap(head, token);
      } catch (UnsupportedOperationException noLinks) {
        new Durable(store).replace(report + "/CURRENT.json", json(head), token);
      }
    }
  }

  private void swap(Commit head, String token) throws IOException {
    String temporary = report + "/.latest-" + token + ".tmp";
    store.delete(temporary);
    store.link(report + "/" + Durable.folder(head.manifest()), temporary);
    store.move(temporary, report + "/latest");
  }

  boolean pointsTo(Commit head) {
    return names(report + "/latest/" + Manifest.NAME, head.manifestSha256())
        || names(report + "/CURRENT.json", Sha256.of(json(head)));
  }

  private boolean names(String file, String sha256) {
    try {
      return new Durable(store).sha256(file).equals(sha256);
    } catch (IOException absent) {
      return false;
    }
  }

  private static String json(Commit head) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("seq", head.seq());
    tree.put("manifest", head.manifest());
    tree.put("manifestSha256", head.manifestSha256());
    return Json.pretty(tree);
  }
}
