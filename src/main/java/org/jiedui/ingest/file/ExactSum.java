package org.jiedui.ingest.file;

import java.io.Serializable;
import java.math.BigInteger;

/** A sum of longs that cannot overflow: it spills into a BigInteger. */
public final class ExactSum implements Serializable {
  private static final long serialVersionUID = 1L;

  private long low;
  private BigInteger spilled = BigInteger.ZERO;

  public void add(long value) {
    long sum = low + value;
    if (((low ^ sum) & (value ^ sum)) < 0) {
      spilled = spilled.add(BigInteger.valueOf(low));
      low = value;
    } else {
      low = sum;
    }
  }

  public void add(ExactSum other) {
    add(other.low);
    spilled = spilled.add(other.spilled);
  }

  public BigInteger value() {
    return spilled.add(BigInteger.valueOf(low));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExactSum sum && sum.value().equals(value());
  }

  @Override
  public int hashCode() {
    return value().hashCode();
  }

  @Override
  public String toString() {
    return value().toString();
  }
}
