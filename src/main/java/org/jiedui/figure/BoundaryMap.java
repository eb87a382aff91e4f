package org.jiedui.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiedui.export.figure.At;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.Json;

/**
 * Borders of the user's own GeoJSON file by region code, on China's usual projection. None is
 * shipped: boundaries are legally sensitive.
 *
 * <p>Projection: Albers equal-area conic on a sphere, standard parallels 25° and 47° north, central
 * meridian 105° east (Snyder, 1987, Map projections, USGS Professional Paper 1395, 98–103).
 *
 * @param approval the approval number of the map (审图号); empty when the user gave none
 */
public record BoundaryMap(Map<String, List<List<At>>> regions, String approval) {
  private static final List<String> CODES =
      List.of("unit_code", "code", "adcode", "region_code", "gb", "id");
  private static final double SOUTH = StrictMath.toRadians(25);
  private static final double N =
      (StrictMath.sin(SOUTH) + StrictMath.sin(StrictMath.toRadians(47))) / 2;
  private static final double C =
      StrictMath.cos(SOUTH) * StrictMath.cos(SOUTH) + 2 * N * StrictMath.sin(SOUTH);

  /** Reads polygons with longitude and latitude; every problem of the file at once. */
  public static BoundaryMap read(Path file, String approval) {
    Map<String, List<List<At>>> regions = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Object feature : features(file)) {
      try {
        add(regions, object(feature));
      } catch (IllegalArgumentException e) {
        problems.add(bad(file, regions.size() + problems.size() + 1, e.getMessage()));
      }
    }
    InputException.throwIfAny(ExitCode.INPUT, problems);
    return new BoundaryMap(regions, approval);
  }

  private static List<?> features(Path file) {
    try {
      Map<String, Object> root = Json.object(Files.readString(file));
      if (root.get("features") instanceof List<?> features) {
        return features;
      }
      throw new IOException("no list of features");
    } catch (IOException e) {
      throw new InputException(
          ExitCode.INPUT,
          Problem.error(
                  "MAP_UNREADABLE",
                  Text.of("无法读取地图文件:" + e.getMessage(), "cannot read the map: " + e.getMessage()))
              .at(file.toString())
              .expected("GeoJSON 的 FeatureCollection", "a GeoJSON FeatureCollection"));
    }
  }

  private static void add(Map<String, List<List<At>>> regions, Map<?, ?> feature) {
    String code = code(object(feature.get("properties")), feature);
    Map<?, ?> geometry = object(feature.get("geometry"));
    List<List<At>> rings = regions.computeIfAbsent(code, c -> new ArrayList<>());
    if ("Polygon".equals(geometry.get("type"))) {
      polygon(rings, list(geometry.get("coordinates")));
    } else if ("MultiPolygon".equals(geometry.get("type"))) {
      list(geometry.get("coordinates")).forEach(polygon -> polygon(rings, list(polygon)));
    } else {
      throw new IllegalArgumentException("geometry " + geometry.get("type"));
    }
  }

  private static String code(Map<?, ?> properties, Map<?, ?> feature) {
    for (String name : CODES) {
      Object value = properties.containsKey(name) ? properties.get(name) : feature.get(name);
      if (value != null) {
        return value.toString();
      }
    }
    throw new IllegalArgumentException("no code among " + String.join(", ", CODES));
  }

  private static void polygon(List<List<At>> rings, List<?> polygon) {
    for (Object ring : polygon) {
      rings.add(list(ring).stream().map(point -> place(list(point))).toList());
    }
  }

  private static At place(List<?> point) {
    if (point.size() < 2
        || !(point.get(0) instanceof Number x)
        || !(point.get(1) instanceof Number y)
        || Math.abs(x.doubleValue()) > 180
        || Math.abs(y.doubleValue()) > 90) {
      throw new IllegalArgumentException("not a longitude and latitude: " + point);
    }
    double angle = N * StrictMath.toRadians(x.doubleValue() - 105);
    double sine = StrictMath.sin(StrictMath.toRadians(y.doubleValue()));
    double radius = StrictMath.sqrt(Math.max(0, C - 2 * N * sine)) / N;
    return new At(radius * StrictMath.sin(angle), -radius * StrictMath.cos(angle));
  }

  private static Map<?, ?> object(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException("expected an object, found " + value);
  }

  private static List<?> list(Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException("expected a list, found " + value);
  }

  private static Problem bad(Path file, int feature, String why) {
    return Problem.error(
            "MAP_FEATURE", Text.of("地图要素不可用:" + why, "a feature of the map cannot be used: " + why))
        .at(file + ", feature " + feature)
        .expected(
            "带代码属性的 Polygon 或 MultiPolygon(经纬度)",
            "a Polygon or MultiPolygon in degrees with a code among its properties");
  }
}
