package org.jiedui.sample;

/** One name and code of a place, valid at the end of each year {@code from..to}. */
record Spell(int from, int to, String code, String name, String nameEn) {
  boolean covers(int year) {
    return from <= year && year <= to;
  }
}
