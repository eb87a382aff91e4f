package org.jiedui.publish;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReadStore;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.jiedui.table.Field;

/**
 * Reads a Parquet file column by column, one row group at a time. Closing it closes the channel.
 */
final class TableReader implements AutoCloseable {
  private final ParquetFileReader parquet;
  private final FileMetaData meta;
  private final List<Field> fields;
  private List<Column> columns = List.of();
  private long left;

  TableReader(SeekableByteChannel channel) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdCodecs())
            .withPageChecksumVerification(true)
            .build();
    try {
      parquet = ParquetFileReader.open(new ChannelInput(channel), options);
      meta = parquet.getFileMetaData();
      fields = TableSchema.fields(meta.getSchema(), meta.getKeyValueMetaData());
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw new IOException("not a Parquet table: " + e.getMessage(), e);
    }
  }

  String table() {
    return footer().getOrDefault(TableSchema.TABLE, "");
  }

  Map<String, String> footer() {
    return meta.getKeyValueMetaData();
  }

  List<Field> fields() {
    return fields;
  }

  /** Hands over the rows of each row group, first to last. */
  void forEachGroup(Consumer<List<Object[]>> groups) throws IOException {
    for (PageReadStore pages = next(); pages != null; pages = next()) {
      List<Object[]> rows = new ArrayList<>(Math.toIntExact(pages.getRowCount()));
      for (long i = 0; i < pages.getRowCount(); i++) {
        rows.add(new Object[fields.size()]);
      }
      for (int column = 0; column < fields.size(); column++) {
        int place = column;
        int[] row = {0};
        eachValue(pages, column, value -> rows.get(row[0]++)[place] = value);
      }
      groups.accept(rows);
    }
  }

  /** The next row, or null after the last; memory holds the pages of one row group. */
  Object[] row() throws IOException {
    while (left == 0) {
      PageReadStore pages = next();
      if (pages == null) {
        return null;
      }
      left = pages.getRowCount();
      columns = new ArrayList<>();
      for (int column = 0; column < fields.size(); column++) {
        columns.add(column(pages, column));
      }
    }
    left--;
    Object[] row = new Object[fields.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = columns.get(i).next();
    }
    return row;
  }

  /** Rows and digests, without keeping a row. Fails on a number that is not finite. */
  TableSummary summary() throws IOException {
    List<ColumnDigest> digests = fields.stream().map(field -> new ColumnDigest()).toList();
    long rows = 0;
    for (PageReadStore pages = next(); pages != null; pages = next()) {
      rows += pages.getRowCount();
      for (int column = 0; column < fields.size(); column++) {
        eachValue(pages, column, digests.get(column)::add);
      }
    }
    Map<String, String> columns = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      columns.put(fields.get(i).column(), digests.get(i).hex());
    }
    return new TableSummary(rows, TableSchema.digest(fields), columns);
  }

  @Override
  public void close() throws IOException {
    parquet.close();
  }

  private PageReadStore next() throws IOException {
    try {
      return parquet.readNextRowGroup();
    } catch (RuntimeException e) {
      throw new IOException("damaged Parquet pages: " + e.getMessage(), e);
    }
  }

  private void eachValue(PageReadStore pages, int column, Consumer<Object> to) throws IOException {
    Column values = column(pages, column);
    for (long i = values.reader.getTotalValueCount(); i > 0; i--) {
      to.accept(values.next());
    }
  }

  private Column column(PageReadStore pages, int column) throws IOException {
    try {
      MessageType schema = meta.getSchema();
      ColumnReadStore columns =
          new ColumnReadStoreImpl(pages, new NoConverter(schema), schema, meta.getCreatedBy());
      ColumnReader reader = columns.getColumnReader(schema.getColumns().get(column));
      int present = schema.getColumns().get(column).getMaxDefinitionLevel();
      return new Column(reader, fields.get(column), present);
    } catch (ParquetDecodingException e) {
      throw new IOException("damaged column " + fields.get(column).column(), e);
    }
  }

  /** Values of one column; a text equal to the one before it is not decoded again. */
  private static final class Column {
    private final ColumnReader reader;
    private final Field field;
    private final int present;
    private Binary lastBytes;
    private String lastText;

    Column(ColumnReader reader, Field field, int present) {
      this.reader = reader;
      this.field = field;
      this.present = present;
    }

    Object next() throws IOException {
      try {
        Object value = reader.getCurrentDefinitionLevel() < present ? null : value();
        reader.consume();
        return value;
      } catch (ParquetDecodingException e) {
        throw new IOException("damaged column " + field.column(), e);
      }
    }

    private Object value() throws IOException {
      return switch (field.type()) {
        case TEXT -> text(reader.getBinary());
        case INT, YEAR -> reader.getInteger();
        case LONG -> reader.getLong();
        case DOUBLE -> finite(reader.getDouble());
        case DATE -> LocalDate.ofEpochDay(reader.getInteger());
      };
    }

    private String text(Binary bytes) {
      if (!bytes.equals(lastBytes)) {
        lastBytes = bytes.copy();
        lastText = bytes.toStringUsingUTF8();
      }
      return lastText;
    }

    private Double finite(double number) throws IOException {
      if (!Double.isFinite(number)) {
        throw new IOException("column " + field.column() + " holds a number that is not finite");
      }
      return number;
    }
  }
}
