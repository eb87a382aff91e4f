package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiedui.ingest.file.Contract;
import org.jiedui.ingest.file.IngestSettings;
import org.jiedui.reference.Geography;
import org.jiedui.reference.Indicators;
import org.jiedui.reference.Pairings;
import org.jiedui.table.Frame;

/** A small invented country, and files of it, in a folder of one test. */
final class IngestFixture {
  static final String HEADER = "来源,记录号,年份,支援省代码,县代码,指标,阶段,金额,单位\n";

  private final Path dir;
  private final Indicators indicators;
  private Contract contract;
  private Geography geography;
  private Pairings pairings;
  private final List<Input> inputs = new ArrayList<>();
  double stop = 100;

  IngestFixture(Path dir) {
    this.dir = dir;
    write(
        "geography/geography.conf",
        """
        title { zh = "虚构", en = "Invented" }
        base-year = 2020
        covers = [1996, 2020]
        source = "test"
        licence = "CC0-1.0"
        synthetic = true
        """);
    write(
        "geography/units.csv",
        """
        code,name,name_en,level,zone
        710000,甲省,Jia,province,东部
        710100,甲市,Jia City,prefecture,东部
        720000,乙省,Yi,province,东部
        760000,西省,Xi,province,西部
        760100,西市,Xi City,prefecture,西部
        760121,一县,One,county,西部
        760122,二县,Two,county,西部
        760123,三县,Three,county,西部
        760131,六县,Six,county,西部
        760132,七县,Seven,county,西部
        """);
    write(
        "geography/changes.csv",
        """
        year,kind,old_code,old_name,new_code,new_name,confidence,source
        2010,recode,760111,旧一县,760121,一县,high,test
        2012,merge,760112,旧二县,760122,二县,high,test
        2012,merge,760113,旧三县,760122,二县,high,test
        2015,split,760130,大县,760131,六县,high,test
        2015,split,760130,大县,760132,七县,high,test
        """);
    String pair = "2006,结对,1996,2020,province,%s,%s,%s,%s,%s,2020,test,high,\n";
    write(
        "pairings/1996.csv",
        "era,programme,valid_from,valid_to,donor_level,donor_code,donor_name,recipient_level,"
            + "recipient_code,recipient_name,code_vintage,source,confidence,note\n"
            + pair.formatted("710000", "甲省", "county", "760121", "一县").replace("2006", "1996")
            + pair.formatted("710000", "甲省", "county", "760122", "二县").replace("2006", "1996")
            + pair.formatted("720000", "乙省", "county", "760122", "二县").replace("2006", "1996"));
    indicators = indicators();
    contract = Contract.load(Path.of("conf/schema.conf"), indicators);
    geography = Geography.load(dir.resolve("geography"));
    pairings = Pairings.load(dir.resolve("pairings"), geography);
  }

  /** The shipped indicators; the poverty rate says that it is one of the population. */
  private Indicators indicators() {
    try (var shipped = Files.list(Path.of("conf/indicators"))) {
      for (Path file : shipped.toList()) {
        String rate = file.endsWith("poverty_rate.conf") ? "per = population\n" : "";
        String text = Files.readString(file);
        write("indicators/" + file.getFileName(), text.contains("per =") ? text : text + rate);
      }
      return Indicators.load(dir.resolve("indicators"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The shipped contract with settings of its own. */
  IngestFixture settings(String ingest) {
    try {
      write("contract/schema.conf", Files.readString(Path.of("conf/schema.conf")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    write("contract/ingest.conf", ingest);
    contract = Contract.load(dir.resolve("contract/schema.conf"), indicators);
    return this;
  }

  /** Divided counties are shared out by these weights, or equally without any. */
  IngestFixture shared(String weights) {
    if (!weights.isEmpty()) {
      write("geography/split_weights.csv", weights);
    }
    geography = Geography.shared(dir.resolve("geography"), Optional.empty());
    pairings = Pairings.load(dir.resolve("pairings"), geography);
    return this;
  }

  /** One more pair from 1996 on: donor, its name, level, recipient, its name, vintage. */
  IngestFixture paired(String pair) {
    try {
      Path file = dir.resolve("pairings/1996.csv");
      String row = "1996,结对,1996,2020,province," + pair + ",test,high,\n";
      Files.writeString(file, Files.readString(file) + row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** A file of flows with the usual header. */
  IngestFixture flows(String name, String rows) {
    return input(name, HEADER + rows, Input.FLOWS);
  }

  IngestFixture input(String name, String text, String table) {
    inputs.add(new Input(write(name, text), table, ""));
    return this;
  }

  IngestRequest request(String root) {
    return request(root, inputs);
  }

  IngestRequest request(String root, List<Input> of) {
    return new IngestRequest(
        of,
        contract,
        indicators,
        geography,
        pairings,
        1996,
        2020,
        dir.resolve(root),
        new IngestSettings.Gates(1, stop),
        IngestRequest.Archive.KEEP);
  }

  List<Input> inputs() {
    return inputs;
  }

  Path write(String name, String text) {
    try {
      Path file = dir.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows as lines, columns by position, joined by a blank. */
  static List<String> lines(Frame frame, int... columns) {
    return frame.rows().stream()
        .map(
            row ->
                Arrays.stream(columns)
                    .mapToObj(c -> String.valueOf(row[c]))
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  /** Every panel row of every year as one line. */
  static List<String> panel(IngestResult result) {
    return result.panelFiles().values().stream()
        .flatMap(IngestFixture::rows)
        .map(row -> Arrays.stream(row).map(String::valueOf).collect(Collectors.joining(" ")))
        .toList();
  }

  private static Stream<Object[]> rows(Path file) {
    try {
      return org.jiedui.publish.TableFile.read(file).rows().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
