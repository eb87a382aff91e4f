package org.jiedui.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jiedui.figure.BoundaryMap;
import org.jiedui.figure.DrawnVersion;
import org.jiedui.message.Text;
import org.jiedui.publish.Attempt;
import org.jiedui.publish.Inputs;
import org.jiedui.publish.Report;
import org.jiedui.publish.Version;
import org.jiedui.table.ClusterMembershipRow;
import org.jiedui.table.Frame;
import org.jiedui.table.GapIndexRow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a version, as text and as Chromium shows it. */
class ReportPageTest {
  private static final Text NOTICE = Text.of("模拟数据", "synthetic data");

  /** The pictures are drawn alike, so that one of them stands for all; each costs axe seconds. */
  private static final String OUTSIDE_PICTURES = "{exclude: [['svg > *']]}";

  @TempDir private static Path folder;
  private static Browser browser;

  /** One version and its page, which tests only look at; none of them changes the file. */
  private static Version drawn;

  private static Path page;

  @BeforeAll
  static void openTheBrowser() throws Exception {
    drawn = published("drawn", DrawnVersion.tables("甲县"));
    page = written("drawn", page(drawn));
    if (Files.exists(Browser.PROGRAM)) {
      browser = new Browser(folder.resolve("profile"));
    }
  }

  @AfterAll
  static void closeTheBrowser() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void theSameVersionGivesTheSameBytesAndNothingIsLoaded() throws Exception {
    String html = page(drawn).html();
    assertThat(html).isEqualTo(Files.readString(page));
    assertThat(html)
        .contains("default-src 'none'", drawn.commit().manifestSha256(), "read_parquet")
        .doesNotContain("http://cdn", "https://")
        .doesNotContainPattern(" on(click|load|error)=\"")
        .doesNotContainPattern("<[^>]* style=");
  }

  @Test
  void thePolicyNamesTheDigestsOfTheScriptAndTheStyle() throws Exception {
    withBrowser(page);
    // Were a digest wrong, Chromium would refuse the script and say so in its console.
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests(page)).isEmpty();
    assertThat(browser.evaluate("getComputedStyle(document.querySelector('nav')).position"))
        .isEqualTo("sticky");
  }

  @Test
  void aChangedScriptIsRefusedByThePolicy() throws Exception {
    assumeTrue(browser != null, "Chromium is not installed");
    Path file = folder.resolve("weak.html");
    Files.writeString(file, Files.readString(page).replace("\"use strict\";", "\"use strict\"; "));
    browser.call("Page.navigate", Map.of("url", file.toUri().toString()));
    Thread.sleep(1500);
    assertThat(browser.evaluate("document.documentElement.getAttribute('data-ready')")).isNull();
    assertThat(browser.complaints()).isNotEmpty();
  }

  @Test
  void theSwitchChangesEveryWordAndTheLanguageOfTheDocument() throws Exception {
    withBrowser(page);
    String chinese = (String) browser.evaluate("document.body.innerText");
    assertThat(browser.evaluate("document.documentElement.lang")).isEqualTo("zh-CN");
    assertThat(chinese).contains("主要结果").doesNotContain("Findings");
    browser.evaluate("document.querySelector('.switch').click()");
    String english = (String) browser.evaluate("document.body.innerText");
    assertThat(browser.evaluate("document.documentElement.lang")).isEqualTo("en");
    assertThat(browser.evaluate("document.title")).isEqualTo("Report of the study drawn");
    assertThat(english).contains("Findings", "Synthetic data").doesNotContain("主要结果", "数据质量");
    browser.evaluate("document.querySelector('.switch').click()");
    assertThat(browser.evaluate("document.body.innerText")).isEqualTo(chinese);
  }

  @Test
  void theStoryHasItsSectionsInOrderAndAMapWhereOneIsGiven() throws Exception {
    assertThat(sections(Files.readString(page)))
        .containsExactly(
            "about",
            "findings",
            "quality",
            "ratios",
            "how-sure",
            "gaps",
            "clusters",
            "inequality",
            "shifts",
            "tables",
            "methods",
            "messages");
    assertThat(figures(Files.readString(page))).doesNotContain("choropleth");
    BoundaryMap map = DrawnVersion.of("甲县").map().orElseThrow();
    assertThat(figures(page(drawn).on(map).html()))
        .containsSubsequence("before-after", "gap-rank", "choropleth", "pairing", "scorecard");
  }

  private static List<String> sections(String html) {
    return ids(html, Pattern.compile("<section id=\"([a-z-]+)\""));
  }

  private static List<String> figures(String html) {
    return ids(html, Pattern.compile("<figure id=\"figure-([a-z-]+)\""));
  }

  private static List<String> ids(String html, Pattern element) {
    return element.matcher(html).results().map(found -> found.group(1)).toList();
  }

  @Test
  void aColumnSortsByNumberAndSaysSo() throws Exception {
    withBrowser(page);
    String head = "document.querySelector('#ratios > div table th[data-column=\"4\"]')";
    String cells =
        "Array.from(document.querySelectorAll('#ratios > div table')[0].tBodies[0].rows)"
            + ".map(r => r.cells[4].textContent).join(';')";
    browser.evaluate(head + ".querySelector('button').click()");
    assertThat(browser.evaluate(cells)).isEqualTo("20.00;1,000;1,500");
    assertThat(browser.evaluate(head + ".getAttribute('aria-sort')")).isEqualTo("ascending");
    browser.evaluate(head + ".querySelector('button').click()");
    assertThat(browser.evaluate(cells)).isEqualTo("1,500;1,000;20.00");
  }

  @Test
  void marksAnswerToTheHighlightAndTheirTitlesAreText() throws Exception {
    withBrowser(page);
    browser.evaluate(
        "(() => { const i = document.querySelector('#figure-gap-rank .tools input');"
            + "i.value = '甲县'; i.dispatchEvent(new Event('input')); })()");
    assertThat(
            browser.evaluate(
                "document.querySelectorAll('#figure-gap-rank [lang=\"zh-CN\"] g.on').length"))
        .isEqualTo(1L);
    assertThat(browser.evaluate("document.querySelectorAll('svg title').length")).isEqualTo(0L);
  }

  @Test
  void hostileNamesAreTextToTheBrowser() throws Exception {
    String payload = "</script><img src=x onerror=alert(1)><svg onload=alert(2)>";
    Path file = written("hostile", DrawnVersion.tables(payload));
    withBrowser(file);
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests(file)).isEmpty();
    assertThat(browser.evaluate("document.images.length")).isEqualTo(0L);
    assertThat((String) browser.evaluate("document.body.textContent")).contains(payload);
  }

  @Test
  void axeFindsNothingSeriousInEitherLanguage() throws Exception {
    withBrowser(page);
    browser.evaluate(axe());
    assertThat(violations(OUTSIDE_PICTURES)).isEqualTo("");
    assertThat(violations("'#figure-gap-rank'")).isEqualTo("");
    browser.evaluate("document.querySelector('.switch').click()");
    assertThat(violations(OUTSIDE_PICTURES)).isEqualTo("");
  }

  @Test
  void axeFindsWhatIsPlanted() throws Exception {
    withBrowser(page);
    browser.evaluate("document.body.appendChild(document.createElement('button')).id = 'bare'");
    browser.evaluate(axe());
    assertThat(violations("'#bare'")).contains("button-name");
  }

  @Test
  void aNarrowScreenNeedsNoSidewaysScroll() throws Exception {
    withBrowser(page);
    browser.call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 360, "height", 800, "deviceScaleFactor", 1, "mobile", false));
    try {
      assertThat(
              browser.evaluate(
                  "Array.from(document.querySelectorAll('body *')).filter(e =>"
                      + " e.getBoundingClientRect().right > 361 && !e.closest('.sheet, .picture'))"
                      + ".map(e => e.outerHTML.slice(0, 90)).join(' | ')"))
          .isEqualTo("");
      assertThat((Long) browser.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(360L);
    } finally {
      browser.call("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  @Test
  void withoutScriptTheDefaultLanguageIsReadable() throws Exception {
    assumeTrue(browser != null, "Chromium is not installed");
    browser.call("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    try {
      browser.call("Page.navigate", Map.of("url", page.toUri().toString()));
      Thread.sleep(1000);
    } finally {
      browser.call("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }
    assertThat((String) browser.evaluate("document.body.innerText"))
        .contains("主要结果", "3.00", "数据去向".substring(0, 2))
        .doesNotContain("Findings");
  }

  @Test
  void aReportOlderThanItsLimitSaysSo() throws Exception {
    assumeTrue(browser != null, "Chromium is not installed");
    assertThat(band(page(drawn).staleAfter(1).html())).isNotEqualTo("none");
    assertThat(band(page(drawn).staleAfter(1_000_000).html())).isEqualTo("none");
    assertThat(band(Files.readString(page))).isEqualTo("none");
  }

  private static Object band(String html) throws Exception {
    Path file = folder.resolve("band.html");
    Files.writeString(file, html);
    browser.open(file);
    return browser.evaluate("getComputedStyle(document.getElementById('stale')).display");
  }

  @Test
  void threeThousandCountiesStayWithinTheBounds() throws Exception {
    Map<String, Frame> tables = DrawnVersion.tables("甲县");
    tables.put("gap_index", counties(3000, 12));
    tables.put("cluster_membership", members(3000));
    Path file = written("large", tables);
    assertThat(Files.size(file)).isLessThan(15_000_000);
    withBrowser(file);
    assertThat(browser.complaints()).isEmpty();
    assertThat(heap()).isLessThan(500e6);
    String table = "document.querySelector('#figure-gap-rank table')";
    assertThat(browser.evaluate(table + ".tBodies[0].rows.length")).isEqualTo(100L);
    browser.evaluate(
        "(() => { document.querySelector('#figure-gap-rank details').open = true;"
            + "const i = document.querySelector('#figure-gap-rank details input');"
            + "i.value = '县2999'; i.dispatchEvent(new Event('input')); })()");
    assertThat(browser.evaluate(table + ".tBodies[0].rows.length")).isEqualTo(1L);
  }

  private static double heap() throws Exception {
    List<?> metrics = (List<?>) browser.call("Performance.getMetrics", Map.of()).get("metrics");
    return metrics.stream()
        .map(metric -> (Map<?, ?>) metric)
        .filter(metric -> "JSHeapUsedSize".equals(metric.get("name")))
        .mapToDouble(metric -> ((Number) metric.get("value")).doubleValue())
        .findFirst()
        .orElseThrow();
  }

  private static Frame counties(int counties, int years) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < counties; i++) {
      for (int year = 2021 - years; year <= 2020; year++) {
        double gap = 0.9 - i * 0.0002;
        rows.add(
            new Object[] {
              "%06d".formatted(500000 + i),
              year,
              "县" + i,
              "recipient",
              2,
              1.0,
              1 - gap,
              gap,
              i + 1,
              null,
              "OK",
              "720000",
              null,
              null,
              null,
              "OK",
              ""
            });
      }
    }
    return Frame.of("gap_index", GapIndexRow.values(), rows);
  }

  private static Frame members(int counties) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < counties; i++) {
      rows.add(
          new Object[] {
            "%06d".formatted(500000 + i),
            2020,
            "县" + i,
            1 + i % 4,
            "第" + (1 + i % 4) + "类",
            "Cluster " + (1 + i % 4),
            0.1,
            1.0,
            0.9 - i * 0.0002,
            null,
            0,
            null,
            null,
            "OK",
            ""
          });
    }
    return Frame.of("cluster_membership", ClusterMembershipRow.values(), rows);
  }

  /**
   * @param where what axe looks at, in its own words
   */
  private static String violations(String where) throws Exception {
    return (String)
        browser.evaluate(
            "axe.run("
                + where
                + ", {resultTypes: ['violations'], preload: false}).then(r => r.violations"
                + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                + ".map(v => v.id + ' ' + v.nodes[0].html.slice(0, 200)).join('; '))");
  }

  private static String axe() throws IOException {
    try (InputStream in =
        ReportPageTest.class.getResourceAsStream(
            "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8) + ";0";
    }
  }

  private static void withBrowser(Path file) throws Exception {
    assumeTrue(browser != null, "Chromium is not installed");
    browser.open(file);
  }

  private static ReportPage page(Version version) {
    return new ReportPage(version, NOTICE);
  }

  private static Path written(String name, Map<String, Frame> tables) throws IOException {
    return written(name, page(published(name, tables)));
  }

  private static Path written(String name, ReportPage page) throws IOException {
    return Files.writeString(folder.resolve(name + ".html"), page.html());
  }

  private static Version published(String name, Map<String, Frame> tables) {
    Attempt attempt =
        new Report(folder.resolve(name), name).begin(LocalDate.of(2020, 12, 31), Map.of());
    tables.values().forEach(attempt::write);
    Inputs inputs = new Inputs(List.of(), "c", List.of(), "1");
    return attempt.commit(inputs, Map.of()).version();
  }
}
