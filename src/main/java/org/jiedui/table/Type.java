package org.jiedui.table;

import java.time.LocalDate;

/** What a field holds. Codes and identifiers are text, so that nobody calculates with them. */
public enum Type {
  TEXT(String.class),
  INT(Integer.class),
  YEAR(Integer.class),
  LONG(Long.class),
  DOUBLE(Double.class),
  DATE(LocalDate.class);

  private final Class<?> javaClass;

  Type(Class<?> javaClass) {
    this.javaClass = javaClass;
  }

  public Class<?> javaClass() {
    return javaClass;
  }
}
