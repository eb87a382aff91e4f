package org.jiedui.publish;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Types;
import org.jiedui.message.Text;
import org.jiedui.table.Field;
import org.jiedui.table.Spec;
import org.jiedui.table.Type;

/**
 * What a file says of its columns: the Parquet schema, and name, type, key, unit and labels in the
 * footer, once for every reader ({@code jiedui.columns}) and once as Spark writes it.
 */
final class TableSchema {
  static final String TABLE = "jiedui.table";
  static final String VERSION = "jiedui.version";
  static final String COLUMNS = "jiedui.columns";
  static final String SPARK = "org.apache.spark.sql.parquet.row.metadata";

  private TableSchema() {}

  static MessageType parquet(List<Field> fields) {
    Types.MessageTypeBuilder message = Types.buildMessage();
    fields.forEach(field -> message.addField(parquet(field)));
    return message.named("jiedui");
  }

  static Map<String, String> footer(String table, List<Field> fields, String version) {
    Map<String, String> footer = new LinkedHashMap<>();
    footer.put(TABLE, table);
    footer.put(VERSION, version);
    footer.put(COLUMNS, Json.line(fields.stream().map(TableSchema::column).toList()));
    footer.put(SPARK, Json.line(sparkStruct(fields)));
    return footer;
  }

  /** Digest of all that the footer says of the columns, in their order. */
  static String digest(List<Field> fields) {
    return Sha256.of(Json.line(fields.stream().map(TableSchema::column).toList()));
  }

  /** Fields as the footer tells them; from the bare schema when another program wrote the file. */
  static List<Field> fields(MessageType schema, Map<String, String> footer) throws IOException {
    List<Field> fields = new ArrayList<>();
    if (!footer.containsKey(COLUMNS)) {
      for (org.apache.parquet.schema.Type column : schema.getFields()) {
        fields.add(bare(column));
      }
      return fields;
    }
    if (Json.value(footer.get(COLUMNS)) instanceof List<?> columns) {
      columns.forEach(column -> fields.add(stored((Map<?, ?>) column)));
    }
    if (!parquet(fields).getFields().equals(schema.getFields())) {
      throw new IOException("footer key " + COLUMNS + " contradicts the schema " + schema);
    }
    return fields;
  }

  private static PrimitiveType parquet(Field field) {
    return switch (field.type()) {
      case TEXT -> Types.optional(BINARY).as(stringType()).named(field.column());
      case INT, YEAR -> Types.optional(INT32).named(field.column());
      case LONG -> Types.optional(INT64).named(field.column());
      case DOUBLE -> Types.optional(DOUBLE).named(field.column());
      case DATE -> Types.optional(INT32).as(dateType()).named(field.column());
    };
  }

  private static Map<String, Object> column(Field field) {
    Map<String, Object> column = new LinkedHashMap<>();
    column.put("column", field.column());
    column.put("type", field.type().name());
    column.put("key", field.isKey());
    column.put("unit", field.unit());
    Map<String, Object> label = new LinkedHashMap<>();
    label.put("zh", field.label().zh());
    label.put("en", field.label().en());
    column.put("label", label);
    putUnlessEmpty(column, "domain", field.domain());
    putUnlessEmpty(column, "formula", field.formula());
    return column;
  }

  /** Left out when empty, so that files from before there was such a key keep their digest. */
  private static void putUnlessEmpty(Map<String, Object> column, String key, String text) {
    if (!text.isEmpty()) {
      column.put(key, text);
    }
  }

  private static Map<String, Object> sparkStruct(List<Field> fields) {
    Map<String, Object> struct = new LinkedHashMap<>();
    struct.put("type", "struct");
    struct.put("fields", fields.stream().map(TableSchema::sparkField).toList());
    return struct;
  }

  private static Map<String, Object> sparkField(Field field) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("comment", field.label().zh() + " / " + field.label().en());
    metadata.put("label_zh", field.label().zh());
    metadata.put("label_en", field.label().en());
    metadata.put("unit", field.unit());
    metadata.put("key", field.isKey());
    metadata.put("domain", field.domain());
    metadata.put("formula", field.formula());
    Map<String, Object> column = new LinkedHashMap<>();
    column.put("name", field.column());
    column.put("type", sparkType(field.type()));
    column.put("nullable", true);
    column.put("metadata", metadata);
    return column;
  }

  private static String sparkType(Type type) {
    return switch (type) {
      case TEXT -> "string";
      case INT, YEAR -> "integer";
      case LONG -> "long";
      case DOUBLE -> "double";
      case DATE -> "date";
    };
  }

  private static Field stored(Map<?, ?> column) {
    Map<?, ?> label = (Map<?, ?>) column.get("label");
    var text = Text.of((String) label.get("zh"), (String) label.get("en"));
    Type type = Type.valueOf((String) column.get("type"));
    boolean key = (Boolean) column.get("key");
    Spec spec = new Spec(type, key, (String) column.get("unit"), text);
    return new StoredField(
        (String) column.get("column"),
        spec.within(text(column, "domain")).by(text(column, "formula")));
  }

  /** Empty in files that were written before there was such a key. */
  private static String text(Map<?, ?> column, String key) {
    return column.get(key) instanceof String text ? text : "";
  }

  private static Field bare(org.apache.parquet.schema.Type column) throws IOException {
    Type type =
        bareType(column)
            .orElseThrow(() -> new IOException("column of a type that no table has: " + column));
    var spec = new Spec(type, false, "", Text.same(column.getName()));
    return new StoredField(column.getName(), spec);
  }

  private static Optional<Type> bareType(org.apache.parquet.schema.Type column) {
    if (!column.isPrimitive() || column.isRepetition(PrimitiveType.Repetition.REPEATED)) {
      return Optional.empty();
    }
    var meaning = column.getLogicalTypeAnnotation();
    return Optional.ofNullable(
        switch (column.asPrimitiveType().getPrimitiveTypeName()) {
          case BINARY -> meaning instanceof StringLogicalTypeAnnotation ? Type.TEXT : null;
          case INT32 ->
              meaning == null
                  ? Type.INT
                  : meaning instanceof DateLogicalTypeAnnotation ? Type.DATE : null;
          case INT64 -> meaning == null ? Type.LONG : null;
          case DOUBLE -> Type.DOUBLE;
          default -> null;
        });
  }
}
