package org.jiedui.publish;

import java.util.LinkedHashMap;
import java.util.Map;

/** One input or reference table of a version: its name and the SHA-256 of its bytes. */
public record InputDigest(String name, String sha256) {
  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", name);
    tree.put("sha256", sha256);
    return tree;
  }
}
