package org.jiedui.ingest.file;

import java.io.Serializable;
import java.util.Map;

/**
 * Words a cell may hold, each in normalised form (NFKC, no blanks, lower case), and what they mean.
 *
 * @param posts what persons are posted as → how they are counted
 * @param donors names of donors → their codes, as declared
 * @param indicators id, label or measure column → what an amount beside it counts
 */
public record Vocabulary(
    Map<String, Measure> indicators,
    Map<String, String> directions,
    Map<String, String> forms,
    Map<String, String> statuses,
    Map<String, Posting.Post> posts,
    Map<String, Integer> donors)
    implements Serializable {}
