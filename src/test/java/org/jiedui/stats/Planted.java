package org.jiedui.stats;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import org.apache.spark.sql.Row;
import org.jiedui.message.Lang;

/** What the house rules forbid, one class a rule; {@code HouseRulesTest} must find each of them. */
public final class Planted {
  private Planted() {}

  /** Statistics that speak to people. */
  public static final class Speaks {
    Lang lang = Lang.ZH;
  }

  /** Statistics that know Spark. */
  public static final class KnowsSpark {
    Row row;
  }

  /** A file read by Java serialisation. */
  public static final class ReadsObjects {
    Object read(InputStream in) throws IOException, ClassNotFoundException {
      return new ObjectInputStream(in).readObject();
    }
  }

  /** Ends the process from the depths. */
  public static final class EndsTheProcess {
    void end() {
      System.exit(1);
    }
  }
}
