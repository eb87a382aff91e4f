package org.jiedui.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of geography: the invented province 甲省 with six counties. */
record InventedPlaces(Path dir) {
  static final String UNITS =
      """
      code,name,name_en,level,zone
      710000,甲省,Jia,province,西部
      711100,甲州,,prefecture,
      711101,一县,,county,
      711102,二县,,county,
      711103,三区,,county,
      711104,四县,,county,
      711105,五县,,county,
      711106,六县,,county,
      """;

  static final String CHANGES_HEADER =
      "year,kind,old_code,old_name,new_code,new_name,confidence,source\n";

  void about(String base, String covers) throws IOException {
    write(
        "geography.conf",
        """
        title { zh = 虚构, en = Invented }
        base-year = %s
        covers = %s
        source = "invented"
        licence = "none"
        synthetic = true
        """
            .formatted(base, covers));
  }

  void write(String name, String text) throws IOException {
    Files.writeString(dir.resolve(name), text);
  }
}
