package org.jiedui.sample;

import java.util.List;

/** Writes the folder {@code pairings}: one file an era. */
final class PairingFiles {
  private static final List<Integer> ERAS = List.of(1996, 2010, 2016, 2021);

  private PairingFiles() {}

  static void write(Pairs pairs, Folder folder) {
    for (int era : ERAS) {
      Csv csv =
          Csv.unix(
              "era",
              "programme",
              "valid_from",
              "valid_to",
              "donor_level",
              "donor_code",
              "donor_name",
              "recipient_level",
              "recipient_code",
              "recipient_name",
              "code_vintage",
              "source",
              "confidence",
              "note");
      pairs.ofEra(era).forEach(pair -> csv.row(row(pair)));
      folder.utf8("pairings/" + era + ".csv", csv.toString());
    }
  }

  private static String[] row(Pair pair) {
    return new String[] {
      Integer.toString(pair.era()),
      "模拟结对 synthetic pairing",
      Integer.toString(pair.from()),
      pair.to() == 0 ? "" : Integer.toString(pair.to()),
      pair.donor().level(),
      pair.donor().code(),
      pair.donor().name(),
      pair.recipient().level(),
      pair.recipient().code(),
      pair.recipient().name(),
      Integer.toString(pair.vintage()),
      "模拟数据 synthetic",
      "high",
      ""
    };
  }
}
