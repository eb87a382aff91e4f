package org.jiedui.ingest.file;

/**
 * One accepted value: what one row says about one indicator. Mutable and reused: whoever keeps one
 * copies it.
 */
public final class LandedRecord {
  /** 1-based line on which the row starts. */
  public long line;

  /** Byte offset of the row in the file. */
  public long offset;

  /** Empty when the file names no source. */
  public String sourceId = "";

  /** Empty when the row has none. */
  public String recordId = "";

  /** Of a total over several years the last one. */
  public int year;

  /** First year of a total over several years; 0 for a record of one year. */
  public int yearFrom;

  /** 0: codes are those of the record's year. */
  public int codeVintage;

  /** Which statement of the record it is; the highest counts. */
  public int revision;

  public int recipientCode;

  /** 0: none given. */
  public int donorCode;

  /** {@code E2W} or {@code W2E}; {@code none} in tables of levels. */
  public String direction = "E2W";

  public String indicator = "";

  /** {@code cash}, {@code kind} or {@code none}. */
  public String form = "none";

  /** {@code agreed}, {@code arrived}, {@code paid}, {@code spent} or {@code none}. */
  public String status = "none";

  /** In the indicator's minor unit: fen, persons, or 10^-decimals of its own unit. */
  public long amount;

  /** Its year, or the first and last year of a total over several. */
  public String years() {
    return yearFrom == 0 ? Integer.toString(year) : yearFrom + "–" + year;
  }

  /** A copy that stays. */
  public LandedRecord copy() {
    var copy = new LandedRecord();
    copy.line = line;
    copy.offset = offset;
    copy.sourceId = sourceId;
    copy.recordId = recordId;
    copy.year = year;
    copy.yearFrom = yearFrom;
    copy.codeVintage = codeVintage;
    copy.revision = revision;
    copy.recipientCode = recipientCode;
    copy.donorCode = donorCode;
    copy.direction = direction;
    copy.indicator = indicator;
    copy.form = form;
    copy.status = status;
    copy.amount = amount;
    return copy;
  }

  @Override
  public String toString() {
    return String.join(
        "|",
        line + "@" + offset,
        sourceId,
        recordId,
        (yearFrom == 0 ? "" : yearFrom + "-") + year + "/" + codeVintage,
        recipientCode + "<" + donorCode,
        direction,
        indicator,
        form,
        status,
        Long.toString(amount));
  }
}
