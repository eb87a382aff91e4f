package org.jiedui.sample;

/** One line of a pairing file; {@code to} is 0 while the era has no end. */
record Pair(
    int era, int from, int to, Party donor, String donorProvince, Party recipient, int vintage) {

  /** One end of a pair: a province, a prefecture or a county, with the code of the era. */
  record Party(String level, String code, String name) {
    static Party of(Province province) {
      return new Party("province", province.code(), province.name());
    }

    static Party of(Prefecture prefecture) {
      return new Party("prefecture", prefecture.code(), prefecture.name());
    }

    static Party of(Spell county) {
      return new Party("county", county.code(), county.name());
    }
  }

  boolean isInForce(int year) {
    return from <= year && (to == 0 || year <= to);
  }

  boolean helps(Place place, int year) {
    String code = recipient.code();
    return isInForce(year)
        && (code.equals(place.province().code())
            || code.equals(place.prefecture().code())
            || code.equals(place.at(vintage).code()));
  }
}
