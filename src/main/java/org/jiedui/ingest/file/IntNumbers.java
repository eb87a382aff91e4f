package org.jiedui.ingest.file;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Numbers the distinct ints of a column from 0, in the order they come: open addressing. */
final class IntNumbers {
  private int[] values = new int[64];
  private int[] slots = new int[256];
  private int size;

  int of(int value) {
    int slot = slot(value);
    if (slots[slot] == 0) {
      add(slot, value);
      return size - 1;
    }
    return slots[slot] - 1;
  }

  int size() {
    return size;
  }

  IntStream values() {
    return Arrays.stream(values, 0, size);
  }

  private int slot(int value) {
    int mask = slots.length - 1;
    int slot = (value * 0x9E3779B9 >>> 7) & mask;
    while (slots[slot] != 0 && values[slots[slot] - 1] != value) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void add(int slot, int value) {
    values = size == values.length ? Arrays.copyOf(values, size * 2) : values;
    values[size++] = value;
    slots[slot] = size;
    if (size * 4 > slots.length) {
      slots = new int[slots.length * 2];
      for (int i = 0; i < size; i++) {
        slots[slot(values[i])] = i + 1;
      }
    }
  }
}
