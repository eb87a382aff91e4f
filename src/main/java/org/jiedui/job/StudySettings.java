package org.jiedui.job;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiedui.paper.Codebook;
import org.jiedui.paper.Settings;
import org.jiedui.publish.Json;
import org.jiedui.reference.Indicators;
import org.jiedui.run.Study;

/**
 * The settings that were in force, defaults filled in, as a version keeps them: whoever has the
 * version knows how its numbers were made. Of files it tells the names only.
 */
record StudySettings(Study study, Indicators indicators) {
  String json() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("format", Settings.SCHEMA);
    tree.put("id", study.id());
    tree.put("title", Codebook.tree(study.title()));
    tree.put("synthetic", study.synthetic());
    tree.put("seed", study.seed());
    tree.put("sources", study.inputs().stream().map(Study.Input::source).distinct().toList());
    tree.put("windows", windows());
    tree.put("absent", study.absent());
    tree.put("geography", study.sources().splits().rule());
    tree.put("prices", Map.of("base-year", study.sources().priceBase()));
    tree.put("effects", effects());
    tree.put("gap", gap());
    tree.put("clusters", clusters());
    tree.put("inequality", inequality());
    tree.put("pairing", pairing());
    tree.put("targeting", targeting());
    tree.put("claims", Map.of("totals", name(study.claims().totals())));
    return Json.pretty(tree);
  }

  private Map<String, Object> windows() {
    Study.Windows w = study.windows();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("before", List.of(w.beforeFrom(), w.beforeTo()));
    tree.put("after", List.of(w.afterFrom(), w.afterTo()));
    return tree;
  }

  private Map<String, Object> effects() {
    Study.Effects effects = study.effects();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("indicators", effects.indicators());
    tree.put("confidence", effects.confidence());
    tree.put("reference", effects.reference());
    tree.put("comparison", effects.comparison());
    return tree;
  }

  private Map<String, Object> gap() {
    Study.Gap gap = study.gap();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("level", gap.level());
    tree.put("indicators", gap.indicators());
    tree.put("weights", gap.weights());
    tree.put("missing", gap.missing());
    tree.put("min-share", gap.minShare());
    tree.put("aggregation", gap.aggregation());
    tree.put("floor", gap.floor());
    tree.put("treat", gap.treat());
    tree.put("draws", gap.draws());
    tree.put("coupling", gap.coupling());
    Map<String, Object> dimensions = new LinkedHashMap<>();
    indicators
        .dimensions()
        .forEach(id -> dimensions.put(id, Codebook.tree(indicators.dimension(id))));
    tree.put("dimensions", dimensions);
    return tree;
  }

  private Map<String, Object> clusters() {
    Study.Clusters clusters = study.clusters();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("year", clusters.year() == 0 ? study.lastYear() : clusters.year());
    tree.put("k", clusters.k().isPresent() ? clusters.k().getAsInt() : null);
    tree.put("starts", clusters.starts());
    tree.put("scale", clusters.scale());
    tree.put("bootstraps", clusters.bootstraps());
    tree.put("neighbours", name(clusters.neighbours()));
    return tree;
  }

  private Map<String, Object> inequality() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("indicators", study.inequality().indicators());
    tree.put("classes", study.inequality().classes());
    return tree;
  }

  private Map<String, Object> pairing() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("strength", study.pairing().strength());
    tree.put("need", study.pairing().need());
    tree.put("draws", study.pairing().draws());
    return tree;
  }

  private Map<String, Object> targeting() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("aid", study.targeting().aid());
    tree.put("need", study.targeting().need());
    tree.put("band", study.targeting().band());
    return tree;
  }

  private static String name(Optional<Path> file) {
    return file.map(f -> f.getFileName().toString()).orElse("");
  }
}
