package org.jiedui.ingest.file;

import java.io.Serializable;

/** A parsable amount of one row, in the minor unit of its indicator. */
public record Amount(String indicator, long minorUnits) implements Serializable {}
