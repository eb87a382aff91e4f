package org.jiedui.publish;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jiedui.table.Field;
import org.jiedui.table.Type;

/** Hands the values of one row to Parquet, column by column; a null is left out. */
final class RowWriteSupport extends WriteSupport<Object[]> {
  private final List<Field> fields;
  private final Map<String, String> footer;
  private RecordConsumer consumer;
  private String[] columns;

  RowWriteSupport(List<Field> fields, Map<String, String> footer) {
    this.fields = fields;
    this.footer = footer;
  }

  @Override
  public WriteContext init(Configuration configuration) {
    return context();
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return context();
  }

  private WriteContext context() {
    return new WriteContext(TableSchema.parquet(fields), footer);
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    consumer = recordConsumer;
    columns = fields.stream().map(Field::column).toArray(String[]::new);
  }

  @Override
  public void write(Object[] row) {
    consumer.startMessage();
    for (int i = 0; i < row.length; i++) {
      if (row[i] != null) {
        String column = columns[i];
        consumer.startField(column, i);
        write(fields.get(i).type(), row[i]);
        consumer.endField(column, i);
      }
    }
    consumer.endMessage();
  }

  private void write(Type type, Object value) {
    switch (type) {
      case TEXT -> consumer.addBinary(Binary.fromString((String) value));
      case INT, YEAR -> consumer.addInteger((Integer) value);
      case LONG -> consumer.addLong((Long) value);
      case DOUBLE -> consumer.addDouble((Double) value);
      case DATE -> consumer.addInteger(Math.toIntExact(((LocalDate) value).toEpochDay()));
    }
  }
}
