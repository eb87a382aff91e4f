package org.jiedui.analysis;

import java.util.List;
import java.util.Locale;
import org.jiedui.table.EffectRatioRow;

/** For whom a multiple is made. */
enum EffectLevel {
  NATION,
  DONOR_PROVINCE,
  RECIPIENT_PROVINCE,
  PAIR,
  PREFECTURE,
  COUNTY;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The unit of this level that a donor's flow to a recipient belongs to. */
  Unit unit(Link link, Places places) {
    String recipient = link.recipient();
    return switch (this) {
      case NATION -> all(EffectRatioRow.NATION);
      case DONOR_PROVINCE -> new Unit(this, link.donor(), link.donor());
      case RECIPIENT_PROVINCE -> all(places.province(recipient));
      case PAIR -> new Unit(this, places.province(recipient), link.donor());
      case PREFECTURE -> all(places.prefecture(recipient));
      case COUNTY -> all(recipient);
    };
  }

  /** The groups of this level, in their order. */
  List<RatioGroup> of(List<RatioGroup> groups) {
    return groups.stream().filter(group -> group.key().unit().level() == this).toList();
  }

  private Unit all(String code) {
    return new Unit(this, code, EffectRatioRow.ALL);
  }

  /** A unit of a level; {@code donor} is {@code all} where donors are added up. */
  record Unit(EffectLevel level, String code, String donor) {
    String name(Places places) {
      return level == PAIR ? places.name(donor) + "→" + places.name(code) : places.name(code);
    }
  }
}
