package org.jiedui.spark;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.Type;

/** Fields of our tables as Spark columns and schemas, and tables in memory as Datasets and back. */
public final class Columns {
  private Columns() {}

  public static Column of(Field field) {
    return col(field.column());
  }

  /** All fields, nullable as after Parquet, with unit and labels in the column metadata. */
  public static StructType schema(Field... fields) {
    StructField[] columns = new StructField[fields.length];
    for (int i = 0; i < fields.length; i++) {
      columns[i] =
          new StructField(fields[i].column(), type(fields[i].type()), true, metadata(fields[i]));
    }
    return new StructType(columns);
  }

  public static DataType type(Type type) {
    return switch (type) {
      case TEXT -> DataTypes.StringType;
      case INT, YEAR -> DataTypes.IntegerType;
      case LONG -> DataTypes.LongType;
      case DOUBLE -> DataTypes.DoubleType;
      case DATE -> DataTypes.DateType;
    };
  }

  public static Dataset<Row> dataset(SparkSession spark, Frame frame) {
    List<Row> rows = frame.rows().stream().map(Columns::row).toList();
    return spark.createDataFrame(rows, schema(frame.fields().toArray(new Field[0])));
  }

  /** Collects a Dataset that has these fields by name; other columns are left out. */
  public static Frame frame(String table, Field[] fields, Dataset<Row> rows) {
    Column[] columns = new Column[fields.length];
    for (int i = 0; i < fields.length; i++) {
      columns[i] = of(fields[i]);
    }
    List<Object[]> values =
        rows.select(columns).collectAsList().stream().map(row -> values(row, fields)).toList();
    return Frame.of(table, fields, values);
  }

  private static Row row(Object[] values) {
    Object[] external = values.clone();
    for (int i = 0; i < external.length; i++) {
      if (external[i] instanceof LocalDate date) {
        external[i] = java.sql.Date.valueOf(date);
      }
    }
    return RowFactory.create(external);
  }

  private static Object[] values(Row row, Field[] fields) {
    Object[] values = new Object[fields.length];
    for (int i = 0; i < values.length; i++) {
      Object value = row.get(i);
      values[i] = value instanceof java.sql.Date date ? date.toLocalDate() : value;
    }
    return values;
  }

  private static Metadata metadata(Field field) {
    return new MetadataBuilder()
        .putString("unit", field.unit())
        .putString("label_zh", field.label().zh())
        .putString("label_en", field.label().en())
        .putString("type", field.type().name())
        .build();
  }
}
