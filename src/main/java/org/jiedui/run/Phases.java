package org.jiedui.run;

import java.util.LinkedHashMap;
import java.util.Map;

/** Seconds of each phase of a run, one after the other. */
final class Phases {
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private String current = "start";
  private long since = System.nanoTime();

  synchronized void begin(String name) {
    end();
    current = name;
  }

  synchronized void end() {
    long now = System.nanoTime();
    seconds.merge(current, Math.rint((now - since) / 1e6) / 1e3, Double::sum);
    since = now;
  }

  synchronized Map<String, Double> seconds() {
    return new LinkedHashMap<>(seconds);
  }
}
