package org.jiedui.message;

/** The steps of a run, in their order. */
public enum Step {
  SCAN("扫描", "scanning"),
  LAND("落地", "landing"),
  RECORDS("记录", "records"),
  COMPUTE("计算", "computing"),
  PUBLISH("发布", "publishing");

  private final Text text;

  Step(String zh, String en) {
    text = Text.of(zh, en);
  }

  /** One word for it. */
  public Text text() {
    return text;
  }
}
