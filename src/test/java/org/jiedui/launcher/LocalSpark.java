package org.jiedui.launcher;

import org.apache.spark.sql.SparkSession;

/** Sessions of the processes that tests start: no pages, and this machine only. */
final class LocalSpark {
  private LocalSpark() {}

  static SparkSession.Builder on(String master) {
    return SparkSession.builder()
        .master(master)
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1");
  }
}
