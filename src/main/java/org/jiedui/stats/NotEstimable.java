package org.jiedui.stats;

/** A design that has no estimate; the reason is a status code of the published tables. */
public final class NotEstimable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names of status codes. */
  public enum Reason {
    NO_DATA,
    NO_DF,
    NO_CONVERGENCE,
    COLLINEAR,
    SEPARATED,
    NEGATIVE_VALUE,
    ALL_ZERO,
    TOO_SHORT,
    NO_CONTROL,
    NO_CONTRAST,
    NO_PRE_PERIOD,
    MATRIX_TOO_LARGE,
    SINGULAR_VCOV,
    SINGLE_CLUSTER,
    TOO_FEW_CLUSTERS
  }

  private final Reason reason;

  public NotEstimable(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
