package org.jiedui.reference;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiedui.reference.GeographyFiles.Unit;

/** Names and zones of base units; the names of a union are joined by "+". */
record UnitNames(Map<String, Unit> byCode) implements Serializable {
  String name(String unit) {
    return joined(unit, Unit::name);
  }

  /** Empty where a part has no English name. */
  Optional<String> english(String unit) {
    String english = joined(unit, Unit::nameEn);
    return Optional.of(english).filter(e -> !e.isEmpty() && !e.startsWith("+"));
  }

  Optional<String> zone(String province) {
    return Optional.ofNullable(byCode.get(province)).map(Unit::zone).filter(z -> !z.isEmpty());
  }

  private String joined(String unit, Function<Unit, String> part) {
    return Arrays.stream(unit.split("\\+"))
        .map(code -> byCode.containsKey(code) ? part.apply(byCode.get(code)) : code)
        .collect(Collectors.joining("+"));
  }
}
