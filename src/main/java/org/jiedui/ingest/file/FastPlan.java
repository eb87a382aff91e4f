package org.jiedui.ingest.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which cell of a row the fast way reads as what. A file has a plan only where its layout leaves
 * nothing to be decided per row but what words mean, and those are learned from the strict way.
 */
final class FastPlan {
  final byte separator;
  final int columns;
  final Slot year;
  final Slot recipient;

  /** Null where the file has none. */
  final Slot donor;

  /** Null where the file has none. */
  final Slot recordId;

  /** Cells whose bytes together decide source, direction, indicator, form, stage and unit. */
  final int[] words;

  /** Cells that decide nothing but may tell a row of totals: names. */
  final int[] names;

  /** Cells that are not in the contract. */
  final int[] extras;

  /** The amount of a long file, or the measures of a wide one. */
  final List<Slot> amounts;

  final boolean isLong;
  final boolean emptyIsMissing;
  private final Layout layout;

  private FastPlan(Layout layout) {
    this.layout = layout;
    separator = (byte) layout.separator();
    columns = layout.slots().size();
    year = layout.slot(Role.YEAR).orElse(null);
    recipient = layout.slot(Role.RECIPIENT).orElse(null);
    donor = layout.slot(Role.DONOR).orElse(null);
    recordId = layout.slot(Role.RECORD_ID).orElse(null);
    words =
        positions(
            Role.SOURCE,
            Role.DIRECTION,
            Role.INDICATOR,
            Role.FORM,
            Role.STATUS,
            Role.UNIT,
            Role.CODE_VINTAGE,
            Role.REVISION);
    names = positions(Role.RECIPIENT_NAME, Role.PROVINCE_NAME, Role.PREFECTURE_NAME);
    extras = positions(Role.EXTRA, Role.PII);
    isLong = layout.isLong();
    amounts = isLong ? List.of(layout.slot(Role.AMOUNT).orElseThrow()) : layout.measures().toList();
    emptyIsMissing = layout.missing().contains("");
  }

  /** Empty when every row of the file has to go the strict way. */
  static Optional<FastPlan> of(Layout layout) {
    boolean once =
        List.of(Role.YEAR, Role.RECIPIENT, Role.AMOUNT, Role.DONOR, Role.RECORD_ID).stream()
            .allMatch(role -> layout.slots().stream().filter(s -> s.role() == role).count() <= 1);
    boolean whole =
        layout.slot(Role.YEAR).isPresent()
            && layout.slot(Role.RECIPIENT).isPresent()
            && !layout.hasPeriods()
            && layout.slot(Role.DONOR_NAME).isEmpty()
            && (layout.isLong() != layout.measures().findAny().isPresent());
    boolean digitsAreData =
        layout.missing().stream()
            .noneMatch(token -> token.chars().anyMatch(c -> c < 128 && Character.isDigit(c)));
    boolean wideUnits = layout.measures().allMatch(s -> s.pow10() >= 0);
    boolean wideStages = layout.measures().allMatch(s -> s.measure().status().isEmpty());
    boolean wideForm =
        layout.isLong() || layout.slot(Role.FORM).isEmpty() && layout.defaults().form().isEmpty();
    return once && whole && digitsAreData && wideUnits && wideForm && wideStages
        ? Optional.of(new FastPlan(layout))
        : Optional.empty();
  }

  /** Smallest and largest amount that every reading of the indicator allows. */
  long[] bounds(String indicator, Slot slot) {
    long[] bounds = {slot.min(), slot.max()};
    for (Measure measure : measures(indicator, slot)) {
      bounds[0] = Math.max(bounds[0], measure.min());
      bounds[1] = Math.min(bounds[1], measure.max());
    }
    return bounds;
  }

  private List<Measure> measures(String indicator, Slot slot) {
    List<Measure> all = new ArrayList<>(layout.words().indicators().values());
    all.removeIf(measure -> !measure.indicator().equals(indicator));
    if (slot.measure() != null) {
      all.clear();
      all.add(slot.measure());
    }
    return all;
  }

  private int[] positions(Role... roles) {
    List<Role> wanted = List.of(roles);
    return layout.slots().stream()
        .filter(s -> wanted.contains(s.role()))
        .mapToInt(Slot::position)
        .toArray();
  }
}
