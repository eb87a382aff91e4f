package org.jiedui.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** One row of the long file, kept so that it can be written again as a duplicate. */
final class BulkRow {
  static final String HEADER =
      "record_id,year,donor_code,recipient_code,direction,indicator,form,status,amount,unit\n";

  private static final byte[] YUAN = ",元".getBytes(StandardCharsets.UTF_8);
  private static final byte[] PERSONS = ",人".getBytes(StandardCharsets.UTF_8);
  private static final byte[][] WORDS = words();

  long id;
  int year;
  int donor;
  int recipient;
  int direction;
  Measure measure = Measure.FISCAL;
  long amount;

  void copy(BulkRow other) {
    id = other.id;
    year = other.year;
    donor = other.donor;
    recipient = other.recipient;
    direction = other.direction;
    measure = other.measure;
    amount = other.amount;
  }

  void write(LineBuffer out) throws IOException {
    write(out, null, null);
  }

  /** Writes the row with a bad recipient or a bad amount in place of its own, where given. */
  void write(LineBuffer out, byte[] badRecipient, byte[] badAmount) throws IOException {
    out.put(id).put(',').put(year).put(',').put(donor).put(',');
    if (badRecipient == null) {
      out.put(recipient);
    } else {
      out.put(badRecipient);
    }
    out.put(WORDS[measure.ordinal() * 2 + direction]);
    if (badAmount != null) {
      out.put(badAmount);
    } else if (measure.isMoney()) {
      out.yuan(amount);
    } else {
      out.put(amount);
    }
    out.put(measure.isMoney() ? YUAN : PERSONS).endLine();
  }

  private static byte[][] words() {
    byte[][] words = new byte[Measure.values().length * 2][];
    for (Measure measure : Measure.values()) {
      for (Visit.Direction way : Visit.Direction.values()) {
        String text = "," + way + "," + measure.indicator().id() + "," + measure.form() + ",paid,";
        words[measure.ordinal() * 2 + way.ordinal()] = text.getBytes(StandardCharsets.US_ASCII);
      }
    }
    return words;
  }
}
