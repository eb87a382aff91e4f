package org.jiedui.job;

import java.time.LocalDate;
import java.util.List;
import org.jiedui.ingest.Input;
import org.jiedui.publish.InputDigest;
import org.jiedui.run.Study;

/**
 * What a run is given: the day it stands for, and the files that had come by then.
 *
 * @param without files that could not be used when a version was made, and cannot be read again
 * @param late said in the fingerprint when files of later nights are used too; else empty
 */
record Night(LocalDate asOf, List<Input> inputs, List<InputDigest> without, String late) {
  /** Says that files count which came after the night. */
  static final String LATE_FILES = "\nlate files";

  /** All files that are there now, as of 31 December of the study's last year. */
  static Night of(Study study) {
    return new Night(LocalDate.of(study.lastYear(), 12, 31), InputFiles.of(study), List.of(), "");
  }

  /** How the files were chosen, for the list of inputs of a version. */
  String deliveries() {
    return late.isEmpty() ? "until " + asOf : "all, late ones too";
  }
}
