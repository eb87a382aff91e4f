package org.jiedui.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;

/**
 * One table as one Parquet file: sorted rows, zstd, labels and units in the footer. The same rows
 * and facts give the same bytes, whenever and wherever they are written.
 */
public final class TableFile {
  private TableFile() {}

  /**
   * Writes a new file, which must not exist. {@code facts} are further footer keys, for instance
   * where the data come from.
   */
  public static void write(Path file, Frame frame, Map<String, String> facts) throws IOException {
    try (Writer writer = writer(file, frame.table(), frame.fields(), facts)) {
      for (Object[] row : frame.rows()) {
        writer.append(row);
      }
    }
  }

  /** A writer for a new file and for more rows than fit into memory. */
  public static Writer writer(
      Path file, String table, List<Field> fields, Map<String, String> facts) throws IOException {
    OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return new Writer(out, table, fields, facts);
  }

  /** Reads the whole file; names, types, units and labels come from its footer. */
  public static Frame read(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      return read(channel);
    }
  }

  /** Opens the file to read row by row, whatever its size. */
  public static Rows rows(Path file) throws IOException {
    return new Rows(Files.newByteChannel(file));
  }

  /** Footer keys and values, those of Spark among them. */
  public static Map<String, String> footer(Path file) throws IOException {
    return footer(Files.newByteChannel(file));
  }

  static Map<String, String> footer(SeekableByteChannel channel) throws IOException {
    try (TableReader reader = new TableReader(channel)) {
      return reader.footer();
    }
  }

  static Frame read(SeekableByteChannel channel) throws IOException {
    try (TableReader reader = new TableReader(channel)) {
      List<Object[]> rows = new ArrayList<>();
      reader.forEachGroup(rows::addAll);
      return Frame.of(reader.table(), reader.fields().toArray(Field[]::new), rows);
    }
  }

  /** The rows of one file, one after the other. Not to be used by two threads. */
  public static final class Rows implements AutoCloseable {
    private final TableReader reader;

    Rows(SeekableByteChannel channel) throws IOException {
      reader = new TableReader(channel);
    }

    /** What the rows consist of. */
    public List<Field> fields() {
      return reader.fields();
    }

    /** The next row, or null after the last. */
    public Object[] next() throws IOException {
      return reader.row();
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }

  /** Rows in key order, one after the other, into one file. Not to be used by two threads. */
  public static final class Writer implements AutoCloseable {
    private final String table;
    private final List<Field> fields;
    private final Comparator<Object[]> order;
    private final boolean keyed;
    private final DigestingOutput output;
    private final ParquetWriter<Object[]> parquet;
    private final List<ColumnDigest> digests;
    private Object[] last;
    private long rows;
    private boolean broken;
    private boolean closed;
    private StoredFile stored;

    Writer(OutputStream out, String table, List<Field> fields, Map<String, String> facts)
        throws IOException {
      this.table = table;
      this.fields = List.copyOf(fields);
      this.order = Frame.order(this.fields);
      this.keyed = fields.stream().anyMatch(Field::isKey);
      this.output = new DigestingOutput(new BufferedOutputStream(out, 1 << 16));
      this.digests = Stream.generate(ColumnDigest::new).limit(fields.size()).toList();
      Map<String, String> footer = TableSchema.footer(table, this.fields, ProgramVersion.current());
      facts.forEach(footer::putIfAbsent);
      this.parquet = new Builder(output, new RowWriteSupport(this.fields, footer)).settled();
    }

    /**
     * The row must be of the table's types, finite, and after the one before it; after a refusal
     * the file stays without its end and no reader opens it.
     */
    public void append(Object[] row) throws IOException {
      if (broken) {
        throw new IllegalStateException("table '" + table + "' refused a row before");
      }
      broken = true;
      Frame.check(table, fields, row);
      if (keyed && last != null && order.compare(last, row) >= 0) {
        throw new IllegalStateException(
            "table '" + table + "' must be written in key order, each key once: row " + rows);
      }
      parquet.write(row);
      for (int i = 0; i < row.length; i++) {
        digests.get(i).add(row[i]);
      }
      last = row;
      rows++;
      broken = false;
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        if (broken) {
          output.close();
        } else {
          output.holdEnd();
          parquet.close();
        }
      }
    }

    public long rows() {
      return rows;
    }

    /** The manifest's entry; bytes and digests are final once the writer is closed. */
    StoredFile stored(String path) {
      if (!closed || broken) {
        throw new IllegalStateException("table '" + table + "' was not written to its end");
      }
      if (stored == null) {
        stored = new StoredFile(path, output.getPos(), output.sha256(), Optional.of(summary()));
      }
      return stored;
    }

    private TableSummary summary() {
      Map<String, String> columns = new LinkedHashMap<>();
      for (int i = 0; i < fields.size(); i++) {
        columns.put(fields.get(i).column(), digests.get(i).hex());
      }
      return new TableSummary(rows, TableSchema.digest(fields), columns);
    }
  }

  private static final class Builder extends ParquetWriter.Builder<Object[], Builder> {
    private final WriteSupport<Object[]> support;

    Builder(OutputFile file, WriteSupport<Object[]> support) {
      super(file);
      this.support = support;
    }

    /** Plain encodings of format version 1, which every reader opens. */
    ParquetWriter<Object[]> settled() throws IOException {
      return withConf(new PlainParquetConfiguration())
          .withCodecFactory(new ZstdCodecs())
          .withCompressionCodec(CompressionCodecName.ZSTD)
          .withWriterVersion(WriterVersion.PARQUET_1_0)
          .build();
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<Object[]> getWriteSupport(Configuration configuration) {
      return support;
    }

    @Override
    protected WriteSupport<Object[]> getWriteSupport(ParquetConfiguration configuration) {
      return support;
    }
  }
}
