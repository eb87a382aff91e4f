package org.jiedui.sample;

import java.util.List;

/** What was generated: names of the files, rows of records with the wrong ones, and bytes. */
public record Summary(List<String> files, long rows, long bytes) {}
