package org.jiedui.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jiedui.message.Lang;
import org.jiedui.message.Progress.Work;
import org.jiedui.message.Step;
import org.junit.jupiter.api.Test;

/** One line on a terminal, one in half a minute elsewhere. */
class ProgressLineTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long nanos;
  private long done;
  private long rows;

  private ProgressLine line(int columns, Lang lang) {
    var err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return new ProgressLine(err, new Terminal(columns), lang, () -> nanos);
  }

  private String written() {
    String text = bytes.toString(StandardCharsets.UTF_8);
    bytes.reset();
    return text;
  }

  private void after(long seconds, long nowDone, long nowRows) {
    nanos += TimeUnit.SECONDS.toNanos(seconds);
    done = nowDone;
    rows = nowRows;
  }

  private Work work() {
    return new Work(1000, () -> done, () -> rows);
  }

  @Test
  void aTerminalShowsStepShareRowsAndTimeLeftInOneLine() {
    ProgressLine line = line(80, Lang.EN);

    line.begin(Step.LAND, work());
    after(17, 410, 1_234_567);
    line.tick();

    assertThat(written())
        .isEqualTo("\r[2/5] landing  0 %\r[2/5] landing  41 %  1.2 M rows  ETA 0:24");
  }

  @Test
  void chineseSaysTheSame() {
    ProgressLine line = line(80, Lang.ZH);

    line.begin(Step.LAND, work());
    written();
    after(17, 410, 1_234_567);
    line.tick();

    assertThat(written()).isEqualTo("\r[2/5] 落地  41 %  123.5 万行  剩余 0:24");
  }

  @Test
  void aShorterLineCoversTheLongerOneBeforeIt() {
    ProgressLine line = line(80, Lang.EN);
    line.begin(Step.LAND, work());
    after(17, 410, 1_234_567);
    line.tick();
    written();

    line.begin(Step.RECORDS, Work.UNKNOWN);
    line.clear();
    line.clear();

    String longer = "[2/5] landing  41 %  1.2 M rows  ETA 0:24";
    String records = "[3/5] records";
    assertThat(written())
        .isEqualTo(
            "\r"
                + records
                + " ".repeat(longer.length() - records.length())
                + "\r"
                + " ".repeat(records.length())
                + "\r");
  }

  @Test
  void aNarrowTerminalGetsWhatFits() {
    ProgressLine line = line(40, Lang.EN);
    line.begin(Step.LAND, work());
    written();
    after(17, 410, 1_234_567);
    line.tick();

    assertThat(written()).isEqualTo("\r[2/5] landing  41 %  1.2 M rows");
  }

  @Test
  void elsewhereALineIsWrittenInHalfAMinute() {
    ProgressLine line = line(0, Lang.EN);
    line.begin(Step.LAND, work());
    after(29, 500, 10_000);
    line.tick();
    assertThat(written()).isEmpty();

    after(1, 500, 10_000);
    line.tick();
    line.tick();
    line.clear();
    assertThat(written())
        .isEqualTo("[2/5] landing  50 %  10 k rows  ETA 0:30" + System.lineSeparator());

    after(30, 750, 10_000);
    line.tick();
    assertThat(written()).startsWith("[2/5] landing  75 %");
  }

  @Test
  void aMessageStandsOnALineOfItsOwn() {
    ProgressLine line = line(80, Lang.EN);
    line.begin(Step.RECORDS, Work.UNKNOWN);
    written();

    line.say("warning");
    line.tick();

    String blank = " ".repeat("[3/5] records".length());
    assertThat(written())
        .isEqualTo("\r" + blank + "\rwarning" + System.lineSeparator() + "\r[3/5] records");
  }

  @Test
  void nothingIsDrawnAfterTheEnd() {
    ProgressLine line = line(80, Lang.EN);
    line.begin(Step.SCAN, work());
    line.end();
    written();

    line.begin(Step.LAND, work());
    line.tick();

    assertThat(written()).isEmpty();
  }

  @Test
  void theTimeLeftIsNotGuessedFromTheFirstMoment() {
    ProgressLine line = line(80, Lang.EN);
    line.begin(Step.LAND, work());
    written();
    after(60, 19, 812);
    line.tick();
    assertThat(written()).isEqualTo("\r[2/5] landing  1 %  812 rows");
    after(3600, 20, 812);
    line.tick();
    assertThat(written()).endsWith("ETA 49:49:00");
  }
}
