package org.jiedui.reference;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The published pairings of all eras. A pair is in force from its first to its last year, both
 * included; rows that end in 2016 count to 2015 where a later era begins in 2016.
 */
public interface Pairings extends Serializable {
  /**
   * Reads a folder of files {@code <era>.csv}. All problems end in one {@link
   * org.jiedui.message.InputException} (exit 2).
   */
  static Pairings load(Path dir, Geography geography) {
    return PairingFiles.load(dir, geography);
  }

  /** A link between two provinces, whatever the level it was agreed at. */
  record Link(String donorProvince, String recipientProvince) {}

  /**
   * Codes of the donor provinces that cover a county in a year, at whatever level the pair was
   * agreed, in code order.
   *
   * @param baseUnit county or union of the base year
   */
  Set<String> donorsOf(String baseUnit, int year);

  /** Pairs in force in a year, by recipient and donor code. */
  List<Pair> inForce(int year);

  /** The rows listed under an era, as published. */
  List<Pair> pairsOfEra(int era);

  /**
   * Pairs an era begins with, by recipient and donor code: those in force in its first year. An era
   * without a row of the first era's programme (Guizhou in 2013) is its own list.
   */
  List<Pair> opening(int era);

  /** First years of the eras, in order. */
  List<Integer> eras();

  /** Links of an era at province level, in code order: the pairs of {@link #opening}. */
  Set<Link> links(int era);

  /** SHA-256, in hex, of the files they were read from. */
  String digest();
}
