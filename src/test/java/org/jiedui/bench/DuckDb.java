package org.jiedui.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The same questions to DuckDB, one a process: {@code same FILE WORK}, {@code quick}, {@code
 * group}.
 */
public final class DuckDb {
  private static final String COLUMNS =
      """
      columns = {record_id: 'BIGINT', year: 'SMALLINT', donor_code: 'INTEGER', recipient_code: 'INTEGER',
        direction: 'VARCHAR', indicator: 'VARCHAR', form: 'VARCHAR', status: 'VARCHAR',
        amount: 'DECIMAL(18,2)', unit: 'VARCHAR'}""";

  private static final String BEFORE_AFTER =
      """
      sum(amount) FILTER (year BETWEEN 1996 AND 2015) AS before,
      sum(amount) FILTER (year BETWEEN 2016 AND 2020) AS after,
      count(*) FILTER (year BETWEEN 1996 AND 2015) AS records_before,
      count(*) FILTER (year BETWEEN 2016 AND 2020) AS records_after""";

  private DuckDb() {}

  public static void main(String[] args) throws SQLException, IOException {
    Path work = Path.of(args[2]);
    Files.createDirectories(work);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
      statement.execute("SET temp_directory = '" + work.resolve("spill") + "'");
      switch (args[0]) {
        case "same" -> same(statement, args[1], work);
        case "quick" -> quick(statement, args[1], work);
        case "group" -> group(statement, args[1], work);
        case "agree" -> agree(statement, args[1], work);
        default -> throw new IllegalArgumentException(args[0]);
      }
    }
  }

  /**
   * Read with rejects logged; of equal rows with one id keep one, of different rows with one id
   * keep none; resolve codes and check the pairing; write the accepted rows; group them.
   */
  private static void same(Statement sql, String file, Path work) throws SQLException {
    sql.execute(
        "CREATE TEMP TABLE raw AS SELECT * FROM read_csv('%s', header = true, %s, store_rejects = true)"
            .formatted(file, COLUMNS));
    sql.execute(
        "COPY (SELECT * FROM reject_errors) TO '%s' (FORMAT parquet)"
            .formatted(work.resolve("rejects.parquet")));
    sql.execute(
        "CREATE TEMP TABLE codes AS SELECT * FROM read_csv('%s', types = {unit: 'VARCHAR'})"
            .formatted(work.resolve("codes.csv")));
    sql.execute(
        "CREATE TEMP TABLE pairs AS SELECT * FROM read_csv('%s', types = {unit: 'VARCHAR'})"
            .formatted(work.resolve("pairs.csv")));
    sql.execute(
        """
        CREATE TEMP TABLE repeated AS SELECT record_id, count(DISTINCT (year, donor_code, recipient_code,
          direction, indicator, form, status, amount, unit)) AS versions
        FROM raw GROUP BY record_id HAVING count(*) > 1""");
    sql.execute(
        """
        COPY (SELECT r.record_id, r.year, r.donor_code, codes.unit AS unit_code, codes.province, r.direction,
            r.indicator, r.form, r.status, (r.amount * CASE r.unit WHEN '元' THEN 100 ELSE 1 END)::BIGINT AS amount,
            pairs.donor IS NOT NULL AS paired
          FROM (SELECT * FROM raw WHERE record_id NOT IN (SELECT record_id FROM repeated)
                UNION ALL
                SELECT DISTINCT ON (record_id) * FROM raw
                WHERE record_id IN (SELECT record_id FROM repeated WHERE versions = 1)) r
          JOIN codes ON codes.code = r.recipient_code AND codes.year = r.year
          LEFT JOIN pairs ON pairs.unit = codes.unit AND pairs.year = r.year AND pairs.donor = r.donor_code)
        TO '%s' (FORMAT parquet, COMPRESSION zstd)"""
            .formatted(work.resolve("accepted.parquet")));
    group(sql, work.resolve("accepted.parquet").toString(), work);
  }

  /** The four levels that are published: nation, province, pair, county. */
  private static void group(Statement sql, String accepted, Path work) throws SQLException {
    sql.execute(
        """
        COPY (SELECT indicator, direction, form, status, donor_code, province, unit_code, %s,
            after::DOUBLE / nullif(before, 0) AS ratio
          FROM '%s'
          GROUP BY GROUPING SETS ((indicator, direction, form, status), (indicator, direction, form, status, province),
            (indicator, direction, form, status, donor_code, province), (indicator, direction, form, status, unit_code))
          ORDER BY ALL)
        TO '%s' (FORMAT parquet)"""
            .formatted(BEFORE_AFTER, accepted, work.resolve("ratios.parquet")));
    count(sql, work.resolve("ratios.parquet").toString());
  }

  /** What a user in a hurry does: no rejects, no duplicates, no geography. */
  private static void quick(Statement sql, String file, Path work) throws SQLException {
    sql.execute(
        """
        COPY (SELECT indicator, direction, form, status, recipient_code, %s
          FROM read_csv('%s', header = true, %s, ignore_errors = true) GROUP BY ALL ORDER BY ALL)
        TO '%s' (FORMAT parquet)"""
            .formatted(BEFORE_AFTER, file, COLUMNS, work.resolve("quick.parquet")));
    count(sql, work.resolve("quick.parquet").toString());
  }

  /** Fails unless the published national totals are those that DuckDB found, record for record. */
  private static void agree(Statement sql, String published, Path work) throws SQLException {
    String money = "('fiscal', 'donation')";
    try (ResultSet rows =
        sql.executeQuery(
            """
            SELECT count(*), count(*) FILTER (round(o.before * scale) = t.before AND round(o.after * scale) = t.after
                AND o.records_before = t.records_before AND o.records_after = t.records_after)
            FROM (SELECT *, CASE WHEN indicator IN %s THEN 100 ELSE 1 END AS scale FROM '%s'
                  WHERE donor_code IS NULL AND province IS NULL AND unit_code IS NULL) t
            LEFT JOIN '%s' o ON o.level = 'nation' AND o.convention = 'total' AND o.indicator = t.indicator
              AND o.direction = t.direction AND o.form = t.form AND o.status = t.status"""
                .formatted(money, work.resolve("ratios.parquet"), published))) {
      rows.next();
      System.out.println(rows.getLong(2) + " of " + rows.getLong(1) + " national totals agree");
      if (rows.getLong(1) == 0 || rows.getLong(1) != rows.getLong(2)) {
        throw new IllegalStateException("the two sides did different work");
      }
    }
  }

  private static void count(Statement sql, String file) throws SQLException {
    try (ResultSet rows = sql.executeQuery("SELECT count(*) FROM '" + file + "'")) {
      rows.next();
      System.out.println(rows.getLong(1) + " groups");
    }
  }
}
