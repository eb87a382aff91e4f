package org.jiedui.export.page;

import java.time.LocalDate;
import java.util.List;
import org.jiedui.export.PaperTable;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.FigureLayout;
import org.jiedui.export.figure.Fonts;
import org.jiedui.export.figure.SvgFormat;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;

/** One thing in a section of a page. */
public sealed interface Block {
  void write(Html out);

  /** A heading of the third level. */
  record Heading(Text words) implements Block {
    @Override
    public void write(Html out) {
      out.raw("<h3>").both(words).raw("</h3>\n");
    }
  }

  /** A paragraph. */
  record Paragraph(Text words) implements Block {
    @Override
    public void write(Html out) {
      out.raw("<p>").both(words).raw("</p>\n");
    }
  }

  /** Sentences, one an item. */
  record Items(List<Text> sentences) implements Block {
    @Override
    public void write(Html out) {
      out.raw("<ul class=\"findings\">\n");
      sentences.forEach(one -> out.raw("<li>").both(one).raw("</li>\n"));
      out.raw("</ul>\n");
    }
  }

  /** Names and values. */
  record Facts(List<Fact> facts, LocalDate asOf) implements Block {
    @Override
    public void write(Html out) {
      out.raw("<dl class=\"facts\">\n");
      for (Fact fact : facts) {
        out.raw("<dt>").both(fact.name()).raw("</dt><dd>").both(fact.value()).raw("</dd>\n");
      }
      out.raw("<dt>").both(Text.of("距截止日", "Age")).raw("</dt><dd id=\"age\" data-as-of=\"");
      out.text(asOf.toString()).raw("\"");
      out.limit().ifPresent(days -> out.raw(" data-limit=\"" + days + "\""));
      out.raw("></dd>\n</dl>\n");
    }
  }

  /** One name and value. */
  record Fact(Text name, Text value) {}

  /** Lines of a programming language. */
  record Code(String name, String lines) implements Block {
    @Override
    public void write(Html out) {
      out.raw("<p><strong>").text(name).raw("</strong></p>\n<pre tabindex=\"0\">");
      out.text(lines).raw("</pre>\n");
    }
  }

  /** A figure with its caption, in both languages, and its data behind it. */
  record Drawing(Figure figure) implements Block {
    @Override
    public void write(Html out) {
      out.raw("<figure id=\"figure-").text(figure.id()).raw("\"><figcaption>");
      out.both(figure.caption()).raw("</figcaption>\n");
      picture(out, Lang.ZH, "zh-CN");
      picture(out, Lang.EN, "en");
      out.raw("<details><summary>").both(Text.of("图中数据", "Data of this figure"));
      out.raw("</summary>\n");
      new Sheet(figure.data(), Sheet.Caption.HIDDEN).write(out);
      out.raw("</details></figure>\n");
    }

    private void picture(Html out, Lang lang, String code) {
      out.raw("<div class=\"picture\" lang=\"").raw(code).raw("\" tabindex=\"0\" role=\"group\"");
      out.raw(" aria-label=\"").text(figure.caption().in(lang)).raw("\">");
      out.raw(
          SvgFormat.inline(FigureLayout.of(figure, Figure.Width.TWO_COLUMNS, lang), Fonts.USUAL));
      out.raw("</div>\n");
    }
  }

  /** A printed table. */
  record Printed(PaperTable table) implements Block {
    @Override
    public void write(Html out) {
      new Sheet(table, Sheet.Caption.SHOWN).write(out);
    }
  }
}
