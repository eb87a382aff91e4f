package org.jiedui.publish;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;

/** What Parquet's column reader asks for and we never use: values are taken by type. */
final class NoConverter extends GroupConverter {
  private final PrimitiveConverter none = new PrimitiveConverter() {};

  NoConverter(MessageType schema) {
    if (schema.getColumns().size() != schema.getFieldCount()) {
      throw new IllegalArgumentException("a table has no nested columns: " + schema);
    }
  }

  @Override
  public Converter getConverter(int field) {
    return none;
  }

  @Override
  public void start() {}

  @Override
  public void end() {}
}
