package org.jiedui.ingest.file;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;
import static org.apache.parquet.schema.Types.required;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;

/** Columns and encodings of a landing part: one row per record, in the order of the file. */
public final class LandingSchema {
  /** Rows of a batch and of a page. */
  static final int PAGE_ROWS = 20_000;

  /** Rows a row group may hold, so that memory does not grow with the part. */
  static final int GROUP_ROWS = 1_000_000;

  static final MessageType SCHEMA =
      new MessageType(
          "landing",
          number("src", INT64),
          number("line", INT64),
          number("offset", INT64),
          number("item", INT32),
          text("source_id"),
          text("record_id"),
          number("year", INT32),
          number("year_from", INT32),
          number("code_vintage", INT32),
          number("revision", INT32),
          number("recipient_code", INT32),
          number("donor_code", INT32),
          text("direction"),
          text("indicator"),
          text("form"),
          text("status"),
          number("amount", INT64));

  private LandingSchema() {}

  /** The landing in short, as every record names it: the first 15 digits of its id. */
  public static long src(String landing) {
    return Long.parseLong(landing.substring(0, 15), 16);
  }

  static ColumnDescriptor column(String name) {
    return SCHEMA.getColumnDescription(new String[] {name});
  }

  /** Settings of the file as a whole; pages are encoded by {@link ColumnPages}. */
  static ParquetProperties properties() {
    return ParquetProperties.builder()
        .withWriterVersion(WriterVersion.PARQUET_2_0)
        .withPageWriteChecksumEnabled(false)
        .build();
  }

  private static PrimitiveType number(String name, PrimitiveType.PrimitiveTypeName type) {
    return required(type).named(name);
  }

  private static PrimitiveType text(String name) {
    return required(BINARY).as(stringType()).named(name);
  }
}
