package org.jiedui.ingest.file;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What makes two records of a table the same one: the contract's key, and always indicator, form,
 * direction and stage.
 *
 * <p>Where a record id is part of the key the hash leaves the year out, so that one id under two
 * years is met too. An event without an id is compared by all its values.
 */
public final class RecordKey implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String table;
  private final boolean source;
  private final boolean id;
  private final boolean recipient;
  private final boolean donor;
  private final boolean event;
  private final boolean roster;

  private RecordKey(Contract.Table contract) {
    table = contract.id();
    source = has(contract, Role.SOURCE);
    id = has(contract, Role.RECORD_ID) || contract.isRoster();
    recipient = has(contract, Role.RECIPIENT);
    donor = has(contract, Role.DONOR);
    event = contract.grain().equals("event");
    roster = contract.isRoster();
  }

  public static RecordKey of(Contract.Table table) {
    return new RecordKey(table);
  }

  private static boolean has(Contract.Table table, Role role) {
    List<String> key = table.key();
    return table.columns().stream().anyMatch(c -> c.role() == role && key.contains(c.id()));
  }

  /** True when an increasing sequence of record ids proves that no record stands twice. */
  boolean provenByIds() {
    return id;
  }

  /** True when the same id of another source is another record. */
  public boolean hasSource() {
    return source;
  }

  /** Writes the key hashes of a landed part that has none. */
  public void writeHashes(Path part, Path file) throws IOException {
    KeyHashes hashes = new KeyHashes();
    LandingReader.readAll(part, (n, item, r) -> hashes.add(hash(r)));
    Files.deleteIfExists(file);
    hashes.write(file);
  }

  /** Equal for records that may be the same one. */
  public long hash(LandedRecord r) {
    byte[] id = r.recordId.getBytes(StandardCharsets.UTF_8);
    var kind = Kind.of(r);
    return hash(
        sourceSeed(r.sourceId),
        kindSeed(kind),
        Arrays.copyOf(id, id.length + 8),
        0,
        id.length,
        r.year,
        r.recipientCode,
        r.donorCode,
        r.amount);
  }

  long sourceSeed(String sourceId) {
    return Hash64.of(Hash64.of(1, table), sourceId);
  }

  long kindSeed(Kind kind) {
    long seed = Hash64.of(Hash64.of(2, kind.indicator()), kind.form());
    seed = Hash64.of(Hash64.of(seed, kind.direction()), kind.status());
    return kind.isPeriod() ? Hash64.of(seed, kind.yearFrom()) : seed;
  }

  /** True for an event that names no id: all its values are its key. */
  boolean byValues(int idLength) {
    return id && idLength == 0 && event;
  }

  long hash(
      long sourceSeed,
      long kindSeed,
      byte[] idBytes,
      int idStart,
      int idLength,
      int year,
      int recipientCode,
      int donorCode,
      long amount) {
    boolean values = byValues(idLength);
    long hash = source || values ? Hash64.of(kindSeed, sourceSeed) : kindSeed;
    if (id && idLength > 0) {
      hash = Hash64.of(hash, idBytes, idStart, idLength);
    } else {
      hash = Hash64.of(hash, year);
    }
    if (recipient || values || id && idLength == 0) {
      hash = Hash64.of(hash, recipientCode);
    }
    if (donor || values || id && idLength == 0) {
      hash = Hash64.of(hash, donorCode);
    }
    return values ? Hash64.of(hash, amount) : hash;
  }

  /** The key in words, the year apart: two records of one text and one year are one record. */
  public String text(LandedRecord r) {
    boolean values = byValues(r.recordId.length());
    boolean noId = id && r.recordId.isEmpty();
    return String.join(
        "\u0001",
        source || values ? r.sourceId : "",
        id ? r.recordId : "",
        recipient || noId ? Integer.toString(r.recipientCode) : "",
        donor || noId ? Integer.toString(r.donorCode) : "",
        r.indicator,
        r.form,
        r.direction,
        r.status,
        r.yearFrom == 0 ? "" : Integer.toString(r.yearFrom),
        values ? Long.toString(r.amount) : "");
  }

  /** True when an id is there, so that the same id in another year is an error. */
  public boolean spansYears(LandedRecord r) {
    return id && !roster && !r.recordId.isEmpty();
  }

  /**
   * True for events without an id, which may be equal and yet two; a total over several years is
   * stated once.
   */
  public boolean mayRepeat(LandedRecord r) {
    return byValues(r.recordId.length()) && r.yearFrom == 0;
  }
}
