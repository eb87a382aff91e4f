package org.jiedui.reference;

/** What one pair of provinces reached on one indicator of the assessment of a year. */
public record ScoreValue(
    int year, String donor, String recipient, String indicator, double value) {}
