package org.jiedui.ingest.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** A flat Parquet file as raw input: its schema is compared first, its values become text. */
final class ParquetFile {
  private ParquetFile() {}

  static RawFile open(Path file, Contract contract, String table) {
    BasicFileAttributes before = FileProblems.attributes(file);
    IngestSettings.Limits limits = contract.settings().limits();
    if (before.size() > limits.fileBytes()) {
      throw FileProblems.limit(file, "file-bytes", limits.fileBytes(), before.size());
    }
    try (ParquetFileReader reader = reader(file)) {
      MessageType schema = reader.getFileMetaData().getSchema();
      if (reader.getRecordCount() == 0) {
        throw WorkbookProblems.empty(file);
      }
      List<String> names = schema.getFields().stream().map(Type::getName).toList();
      FileScan scan = scan(file, names, reader.getRecordCount(), before.size());
      FileProblems.unchanged(file, before, before.size());
      Sidecar.check(file, scan.sha256());
      types(scan, schema, contract.table(table));
      var plan =
          new SheetPlan(
              FileKind.PARQUET.name(),
              0,
              "",
              0,
              1,
              names,
              new SheetPlan.Book(false, false, false),
              List.of());
      return new RawFile(scan, List.of(LayoutBuilder.of(scan, contract, table)), List.of(plan));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ParquetFileReader reader(Path file) {
    try {
      ParquetReadOptions checked =
          ParquetReadOptions.builder(new PlainParquetConfiguration())
              .usePageChecksumVerification(true)
              .build();
      return ParquetFileReader.open(new LocalInputFile(file), checked);
    } catch (IOException | RuntimeException e) {
      throw WorkbookProblems.truncated(file);
    }
  }

  private static FileScan scan(Path file, List<String> names, long rows, long size)
      throws IOException {
    return new FileScan(
        FileProblems.name(file),
        "",
        "PARQUET, " + rows + " rows",
        '\t',
        names,
        0,
        0,
        1,
        Sha256.hex(file),
        size,
        rows,
        new long[1],
        new long[] {1},
        true);
  }

  /** Columns of the contract must have a type that says exactly what its values are. */
  private static void types(FileScan scan, MessageType schema, Contract.Table table) {
    List<Problem> problems = new ArrayList<>();
    for (Type field : schema.getFields()) {
      boolean known = LayoutBuilder.column(table, field.getName()).isPresent();
      if (known && !isReadable(field)) {
        problems.add(
            Reason.COL_TYPE
                .problem(
                    Text.of(
                        "列“" + field.getName() + "”的类型无法读取:" + field,
                        "type of column `" + field.getName() + "` cannot be read: " + field))
                .at(scan.name())
                .expected(
                    "字符串、整数、小数、日期或布尔,不嵌套",
                    "text, integer, decimal, float, date or boolean, not nested")
                .fix("导出时改用这些类型", "export the column as one of these types"));
      }
    }
    InputException.throwIfAny(ExitCode.INPUT, problems);
  }

  private static boolean isReadable(Type field) {
    if (!field.isPrimitive() || field.isRepetition(Type.Repetition.REPEATED)) {
      return false;
    }
    LogicalTypeAnnotation is = field.getLogicalTypeAnnotation();
    boolean whole = is == null || is instanceof IntLogicalTypeAnnotation;
    boolean decimal = is instanceof DecimalLogicalTypeAnnotation;
    return switch (field.asPrimitiveType().getPrimitiveTypeName()) {
      case INT32 -> whole || decimal || is instanceof DateLogicalTypeAnnotation;
      case INT64 -> whole || decimal;
      case FLOAT, DOUBLE, BOOLEAN -> is == null;
      case BINARY -> is instanceof StringLogicalTypeAnnotation || decimal;
      case FIXED_LEN_BYTE_ARRAY -> decimal;
      default -> false;
    };
  }

  static List<String> names(Path file) throws IOException {
    try (ParquetFileReader reader = reader(file)) {
      MessageType schema = reader.getFileMetaData().getSchema();
      return schema.getFields().stream().map(Type::getName).toList();
    }
  }

  /** Hands on every row, a row group at a time. */
  static void rows(Path file, Predicate<SheetRow> use) throws IOException {
    try (ParquetFileReader reader = reader(file)) {
      MessageType schema = reader.getFileMetaData().getSchema();
      int row = 0;
      for (PageReadStore group = next(file, reader); group != null; group = next(file, reader)) {
        var columns = new Columns(file, group, schema);
        for (long i = 0; i < group.getRowCount(); i++) {
          if (!use.test(new SheetRow(++row, false, columns.next()))) {
            return;
          }
        }
      }
    }
  }

  /** A damaged page header may ask for more memory than there is; nothing is held by then. */
  private static PageReadStore next(Path file, ParquetFileReader reader) {
    try {
      return reader.readNextRowGroup();
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw damaged(file);
    }
  }

  private static InputException damaged(Path file) {
    return WorkbookProblems.damaged(file, "数据页无法解开", "its pages cannot be read");
  }

  /** The columns of one row group, moved on together. */
  private static final class Columns {
    private final Path file;
    private final List<ColumnReader> readers = new ArrayList<>();
    private final List<ColumnDescriptor> types = new ArrayList<>();

    Columns(Path file, PageReadStore group, MessageType schema) {
      this.file = file;
      try {
        open(group, schema);
      } catch (RuntimeException e) {
        throw damaged(file);
      }
    }

    private void open(PageReadStore group, MessageType schema) {
      var store = new ColumnReadStoreImpl(group, new Nothing(), schema, "");
      for (Type field : schema.getFields()) {
        boolean readable = isReadable(field);
        ColumnDescriptor column =
            readable ? schema.getColumnDescription(new String[] {field.getName()}) : null;
        types.add(column);
        readers.add(readable ? store.getColumnReader(column) : null);
      }
    }

    List<SheetCell> next() {
      try {
        List<SheetCell> cells = new ArrayList<>(readers.size());
        for (int i = 0; i < readers.size(); i++) {
          cells.add(readers.get(i) == null ? SheetCell.EMPTY : next(readers.get(i), types.get(i)));
        }
        return cells;
      } catch (RuntimeException e) {
        throw damaged(file);
      }
    }

    private static SheetCell next(ColumnReader reader, ColumnDescriptor column) {
      boolean there = reader.getCurrentDefinitionLevel() == column.getMaxDefinitionLevel();
      SheetCell cell = there ? cell(reader, column.getPrimitiveType()) : SheetCell.EMPTY;
      reader.consume();
      return cell;
    }

    private static SheetCell cell(ColumnReader reader, PrimitiveType type) {
      return switch (type.getPrimitiveTypeName()) {
        case INT32 -> whole(reader.getInteger(), type);
        case INT64 -> whole(reader.getLong(), type);
        case FLOAT -> real(Float.toString(reader.getFloat()));
        case DOUBLE -> real(Double.toString(reader.getDouble()));
        case BOOLEAN ->
            new SheetCell(SheetCell.Kind.BOOLEAN, reader.getBoolean() ? "TRUE" : "FALSE");
        default -> bytes(reader, type);
      };
    }

    private static SheetCell whole(long value, PrimitiveType type) {
      if (type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal) {
        return exact(BigDecimal.valueOf(value, decimal.getScale()));
      }
      if (type.getLogicalTypeAnnotation() instanceof DateLogicalTypeAnnotation) {
        return new SheetCell(
            SheetCell.Kind.DATE, LocalDate.ofEpochDay(value).toString(), Long.toString(value));
      }
      return exact(BigDecimal.valueOf(value));
    }

    /** Written in full and with its point: what is no whole number by type is told from one. */
    private static SheetCell real(String value) {
      if (!Character.isDigit(value.charAt(value.length() - 1))) {
        return new SheetCell(SheetCell.Kind.ERROR, value);
      }
      var number = new BigDecimal(value);
      boolean huge = Math.abs(number.precision() - number.scale()) > 40;
      return plain(huge ? value : number.toPlainString());
    }

    private static SheetCell exact(BigDecimal value) {
      return plain(value.toPlainString());
    }

    private static SheetCell plain(String text) {
      return new SheetCell(SheetCell.Kind.PLAIN, text);
    }

    private static SheetCell bytes(ColumnReader reader, PrimitiveType type) {
      if (type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal) {
        byte[] unscaled = reader.getBinary().getBytes();
        return exact(new BigDecimal(new BigInteger(unscaled), decimal.getScale()));
      }
      String text = reader.getBinary().toStringUsingUTF8();
      return text.isEmpty() ? SheetCell.EMPTY : new SheetCell(SheetCell.Kind.PLAIN, text);
    }
  }

  /** Column readers ask for a converter even where nobody converts. */
  private static final class Nothing extends GroupConverter {
    @Override
    public Converter getConverter(int field) {
      return new PrimitiveConverter() {};
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }
}
