package org.jiedui.sample;

/** An invented prefecture; {@code number} counts from 0 within its province. */
record Prefecture(Province province, int number, String code, String name, String nameEn) {}
