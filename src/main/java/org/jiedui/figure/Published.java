package org.jiedui.figure;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jiedui.message.Text;
import org.jiedui.publish.Version;
import org.jiedui.table.Frame;

/**
 * What figures are drawn from: the tables of one published version and what their notes say of it.
 *
 * @param source where the numbers come from, as it stands in a note
 * @param map borders to draw values on; none is shipped
 * @param notice words that go with every number, such as that they are synthetic; empty for none
 */
public record Published(
    Set<String> tables,
    Function<String, Frame> reader,
    Text source,
    Text notice,
    Optional<BoundaryMap> map) {
  public static Published of(Version version, Text notice) {
    String at = version.commit().report() + " v" + version.seq();
    return new Published(
        new TreeSet<>(version.tables()),
        remembered(version),
        Text.of(
            "数据来源：" + at + "（截至 " + version.commit().asOf() + "）。",
            "Source: " + at + " (as of " + version.commit().asOf() + ")."),
        notice,
        Optional.empty());
  }

  /** Each table is read and checked once, however many figures are drawn from it. */
  private static Function<String, Frame> remembered(Version version) {
    Map<String, Frame> read = new ConcurrentHashMap<>();
    return table -> read.computeIfAbsent(table, version::read);
  }

  /** The same with borders of the user's own. */
  public Published on(BoundaryMap borders) {
    return new Published(tables, reader, source, notice, Optional.of(borders));
  }

  public boolean has(String table) {
    return tables.contains(table);
  }

  public Frame read(String table) {
    return reader.apply(table);
  }
}
