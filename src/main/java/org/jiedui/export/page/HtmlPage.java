package org.jiedui.export.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import org.jiedui.message.Text;

/**
 * One offline page in two languages: sections of paragraphs, facts, figures and tables.
 *
 * <p>Nothing is loaded and nothing runs but the one script and the one style sheet whose digests
 * the page's policy names; all data are text.
 */
public final class HtmlPage {
  private final Text title;
  private final Text lead;
  private final List<Text> alarms = new ArrayList<>();
  private final List<Text> bands = new ArrayList<>();
  private final List<Section> sections = new ArrayList<>();
  private OptionalInt limit = OptionalInt.empty();

  private record Section(String id, Text heading, List<Block> blocks) {}

  public HtmlPage(Text title, Text lead) {
    this.title = title;
    this.lead = lead;
  }

  /** Words that stand above everything, such as that the numbers are synthetic. */
  public HtmlPage band(Text words) {
    bands.add(words);
    return this;
  }

  /** What is wrong, before any number. */
  public HtmlPage alarm(Text words) {
    alarms.add(words);
    return this;
  }

  /** A report older than so many days says so above everything when it is opened. */
  public HtmlPage staleAfter(int days) {
    limit = OptionalInt.of(days);
    return this;
  }

  public HtmlPage section(String id, Text heading, List<Block> blocks) {
    sections.add(new Section(id, heading, List.copyOf(blocks)));
    return this;
  }

  public String html() {
    String style = resource("page.css");
    String script = resource("page.js");
    StringBuilder html = new StringBuilder();
    head(html, style, script);
    Html out = new Html(html, limit);
    bands(out);
    out.raw("<header><h1>").both(title).raw("</h1><p class=\"lead\">").both(lead);
    out.raw("</p></header>\n");
    contents(out);
    out.raw("<main id=\"content\">\n");
    sections.forEach(section -> section(out, section));
    out.raw("</main>\n<footer>").both(MADE).raw("</footer>\n<script>").raw(script);
    out.raw("</script>\n</body>\n</html>\n");
    return html.toString();
  }

  private static final Text MADE =
      Text.of("由结对(Jiedui)生成，可离线打开，不加载任何外部内容。", "Made by Jiedui; opens offline and loads nothing.");

  private void head(StringBuilder html, String style, String script) {
    html.append("<!DOCTYPE html>\n<html lang=\"zh-CN\" data-lang=\"zh\" data-title-zh=\"")
        .append(Html.escaped(title.zh()))
        .append("\" data-title-en=\"")
        .append(Html.escaped(title.en()))
        .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .append("script-src 'sha256-")
        .append(digest(script))
        .append("'; style-src 'sha256-")
        .append(digest(style))
        .append("'; img-src data:; base-uri 'none'; form-action 'none'\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
        .append(Html.escaped(title.zh()))
        .append("</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>")
        .append(style)
        .append("</style>\n</head>\n<body>\n");
  }

  private void bands(Html out) {
    out.raw("<a class=\"skip\" href=\"#content\">").both(Text.of("跳到正文", "Skip to content"));
    out.raw("</a>\n<p class=\"band alarm hidden\" id=\"stale\" role=\"status\">");
    out.both(Text.of("本报告已超过规定的有效天数，请重新运行。", "This report is older than its limit: run it again."));
    out.raw("</p>\n");
    alarms.forEach(words -> out.raw("<p class=\"band alarm\">").both(words).raw("</p>\n"));
    bands.forEach(words -> out.raw("<p class=\"band\">").both(words).raw("</p>\n"));
  }

  private void contents(Html out) {
    out.raw("<nav><div><ul>");
    for (Section section : sections) {
      out.raw("<li><a href=\"#").raw(Html.escaped(section.id())).raw("\">");
      out.both(section.heading()).raw("</a></li>");
    }
    out.raw("</ul><button type=\"button\" class=\"switch hidden\" data-to=\"other\">");
    out.raw("<span lang=\"en\">English</span><span lang=\"zh-CN\">中文</span>");
    out.raw("</button></div></nav>\n");
  }

  private static void section(Html out, Section section) {
    out.raw("<section id=\"").raw(Html.escaped(section.id())).raw("\"><h2>");
    out.both(section.heading()).raw("</h2>\n");
    section.blocks().forEach(block -> block.write(out));
    out.raw("</section>\n");
  }

  private static String resource(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String text) {
    try {
      byte[] sha =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(sha);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
