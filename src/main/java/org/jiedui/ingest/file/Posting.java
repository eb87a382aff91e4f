package org.jiedui.ingest.file;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One posting of one person, as the id of its records says it: who (a keyed hash), from which day
 * and to which.
 */
public record Posting(String person, LocalDate from, LocalDate to) implements Serializable {

  /**
   * What a post is counted as; null for what is not counted.
   *
   * @param persons indicator of persons (人): each person once a year
   * @param times indicator of postings (人次): each once, in the year it begins
   * @param years indicator of time in post (人年)
   */
  public record Post(Measure persons, Measure times, Measure years) implements Serializable {}

  public static Posting of(String recordId) {
    String[] parts = recordId.split(":");
    return new Posting(
        parts[0],
        LocalDate.ofEpochDay(Long.parseLong(parts[1])),
        LocalDate.ofEpochDay(Long.parseLong(parts[2])));
  }

  String recordId() {
    return person + ":" + from.toEpochDay() + ":" + to.toEpochDay();
  }
}
