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

  private boolean pointsTo(Commit head) {
    try {
      return new Durable(store)
          .sha256(report + "/latest/" + Manifest.NAME)
          .equals(head.manifestSha256());
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
