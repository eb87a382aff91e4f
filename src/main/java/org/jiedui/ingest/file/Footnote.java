package org.jiedui.ingest.file;

import java.util.List;
import java.util.regex.Pattern;

/** Rows below or between the data that explain it: {@code 注:…}, {@code 数据来源:…}. */
final class Footnote {
  private static final Pattern NOTE =
      Pattern.compile(
          "[((]?(注|备注|附注|说明|数据来源|资料来源|来源|单位|填表人|填报人|填报日期|填报单位|制表人?|制表单位|审核人?|联系人|联系电话"
              + "|[Nn]otes?|[Ss]ources?)[0-9一二三四五六七八九十]*[))]?\\s*[::.、].*",
          Pattern.DOTALL);

  private Footnote() {}

  /** True when the row holds notes and nothing else. */
  static boolean isOne(List<String> cells) {
    boolean any = false;
    for (String cell : cells) {
      if (!cell.isBlank()) {
        if (cell.length() < 2 || !NOTE.matcher(cell.strip()).matches()) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }
}
