/**
 * Versions of a report: immutable Parquet files, a manifest with checksums, and a commit log in
 * which a version exists or does not. Everything that touches storage goes through {@link
 * org.jiedui.publish.Store}.
 */
package org.jiedui.publish;
