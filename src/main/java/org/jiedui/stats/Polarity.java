package org.jiedui.stats;

/** Whether more of an indicator is better ({@code BENEFIT}) or worse ({@code COST}). */
public enum Polarity {
  BENEFIT,
  COST
}
