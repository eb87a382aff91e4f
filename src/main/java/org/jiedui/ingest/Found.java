package org.jiedui.ingest;

import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jiedui.ingest.file.LandedRecord;
import org.jiedui.ingest.file.Landing;

/** A landed record with its address, as it travels between tasks. */
record Found(
    int landing,
    String part,
    long number,
    int item,
    long line,
    long offset,
    String sourceId,
    String recordId,
    int year,
    int yearFrom,
    int codeVintage,
    int revision,
    int recipient,
    int donor,
    String direction,
    String indicator,
    String form,
    String status,
    long amount)
    implements Serializable {

  static Found of(int landing, String part, long number, int item, LandedRecord r) {
    return new Found(
        landing,
        part,
        number,
        item,
        r.line,
        r.offset,
        r.sourceId,
        r.recordId,
        r.year,
        r.yearFrom,
        r.codeVintage,
        r.revision,
        r.recipientCode,
        r.donorCode,
        r.direction,
        r.indicator,
        r.form,
        r.status,
        r.amount);
  }

  /** By address, whichever places the landings have in the list. */
  static Comparator<Found> order(List<Landing> landings) {
    return Comparator.comparing((Found f) -> landings.get(f.landing).id())
        .thenComparingLong(Found::line)
        .thenComparingInt(Found::item);
  }

  /** The same record where its landing has another place in the list. */
  Found in(int newLanding) {
    return of(newLanding, part, number, item, record());
  }

  /** All its fields but the landing. */
  String text() {
    try {
      var bytes = new ByteArrayOutputStream(160);
      write(new DataOutputStream(bytes));
      return bytes.toString(StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(part);
    out.writeLong(number);
    out.writeInt(item);
    out.writeLong(line);
    out.writeLong(offset);
    out.writeUTF(sourceId);
    out.writeUTF(recordId);
    out.writeInt(year);
    out.writeInt(yearFrom);
    out.writeInt(codeVintage);
    out.writeInt(revision);
    out.writeInt(recipient);
    out.writeInt(donor);
    out.writeUTF(direction);
    out.writeUTF(indicator);
    out.writeUTF(form);
    out.writeUTF(status);
    out.writeLong(amount);
  }

  /**
   * As it was written, its landing in no list yet.
   *
   * @param words those that many records share, once each
   */
  static Found read(DataInput in, Map<String, String> words) throws IOException {
    return new Found(
        -1,
        shared(in, words),
        in.readLong(),
        in.readInt(),
        in.readLong(),
        in.readLong(),
        shared(in, words),
        in.readUTF(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        shared(in, words),
        shared(in, words),
        shared(in, words),
        shared(in, words),
        in.readLong());
  }

  private static String shared(DataInput in, Map<String, String> words) throws IOException {
    String word = in.readUTF();
    String first = words.putIfAbsent(word, word);
    return first == null ? word : first;
  }

  LandedRecord record() {
    var r = new LandedRecord();
    r.line = line;
    r.offset = offset;
    r.sourceId = sourceId;
    r.recordId = recordId;
    r.year = year;
    r.yearFrom = yearFrom;
    r.codeVintage = codeVintage;
    r.revision = revision;
    r.recipientCode = recipient;
    r.donorCode = donor;
    r.direction = direction;
    r.indicator = indicator;
    r.form = form;
    r.status = status;
    r.amount = amount;
    return r;
  }

  /** What two records of one key must share to be one record said twice. */
  boolean sameValues(Found other) {
    return recipient == other.recipient
        && donor == other.donor
        && amount == other.amount
        && codeVintage == other.codeVintage;
  }

  boolean before(Found other) {
    return landing != other.landing
        ? landing < other.landing
        : line != other.line ? line < other.line : item < other.item;
  }
}
