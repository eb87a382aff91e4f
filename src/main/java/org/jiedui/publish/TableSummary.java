package org.jiedui.publish;

import java.util.Map;

/**
 * What a table's content is, apart from its bytes: rows, digest of the schema, digest of each
 * column in the order of the columns.
 */
public record TableSummary(long rows, String schema, Map<String, String> columns) {}
