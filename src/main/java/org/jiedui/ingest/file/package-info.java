/** How one file becomes typed records, rejects and a ledger that closes; no Spark in here. */
package org.jiedui.ingest.file;
