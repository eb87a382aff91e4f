package org.jiedui.analysis;

import org.jiedui.analysis.GapParams.Years;

/**
 * How content and mechanism are told.
 *
 * @param absent what a pair's year without a record means
 * @param confidence of the intervals
 */
public record ContentParams(
    Places places,
    Years before,
    Years after,
    EffectRatio.Absent absent,
    double confidence,
    long seed) {}
