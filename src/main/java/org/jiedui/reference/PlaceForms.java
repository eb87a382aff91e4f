package org.jiedui.reference;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The ways in which the name of a place is written: in full, without the word for its level, and
 * without the peoples of an autonomous unit. Derived by rule; what no rule gives is an alias.
 */
final class PlaceForms {
  private static final int SHORTEST = 2;

  /** The longest first: 自治县 is not a 县 whose name ends in 自治. */
  private static final List<String> LEVELS =
      List.of(
          "特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "特区", "林区", "新区", "省", "市", "州", "盟", "县", "区",
          "旗");

  private static final List<String> AUTONOMOUS = List.of("自治区", "自治州", "自治县", "自治旗");

  /** The peoples that name autonomous units; some units leave out the word 族. */
  private static final List<String> PEOPLES =
      List.of(
          "各", "维吾尔", "哈萨克", "柯尔克孜", "乌孜别克", "塔吉克", "塔塔尔", "俄罗斯", "锡伯", "蒙古", "达斡尔", "鄂温克", "鄂伦春",
          "朝鲜", "满", "赫哲", "回", "东乡", "撒拉", "保安", "裕固", "土", "藏", "门巴", "珞巴", "羌", "彝", "白", "哈尼",
          "傣", "傈僳", "佤", "拉祜", "纳西", "景颇", "布朗", "阿昌", "普米", "怒", "德昂", "独龙", "基诺", "苗", "布依", "侗",
          "水", "仡佬", "壮", "瑶", "仫佬", "毛南", "京", "土家", "黎", "畲", "高山");

  private PlaceForms() {}

  /** NFKC, no blanks: the form in which names are compared. */
  static String normal(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return folded.replaceAll("[\\s\\u3000\\u00A0\\uFEFF]", "");
  }

  /** Every form, the full name first; none of one character. */
  static Set<String> of(String name) {
    Set<String> forms = new LinkedHashSet<>(List.of(name));
    String level = level(name);
    String stem = name.substring(0, name.length() - level.length());
    add(forms, stem, "");
    if (AUTONOMOUS.contains(level)) {
      String plain = level.substring(level.length() - 1);
      String place = withoutPeoples(stem);
      add(forms, place, level);
      add(forms, place, plain);
      add(forms, stem, plain);
      add(forms, place, "");
    }
    return forms;
  }

  private static void add(Set<String> forms, String stem, String level) {
    if (stem.length() >= SHORTEST) {
      forms.add(stem + level);
    }
  }

  private static String level(String name) {
    return LEVELS.stream()
        .filter(l -> name.endsWith(l) && name.length() > l.length())
        .findFirst()
        .orElse("");
  }

  /** 镇宁 of 镇宁布依族苗族; 内蒙古 stays, since no place is named 内. */
  private static String withoutPeoples(String stem) {
    for (String people : PEOPLES) {
      for (String word : List.of(people + "族", people)) {
        boolean named = people.length() > 1 || word.length() > 1;
        if (named && stem.endsWith(word) && stem.length() - word.length() >= SHORTEST) {
          return withoutPeoples(stem.substring(0, stem.length() - word.length()));
        }
      }
    }
    return stem.endsWith("族") && stem.length() > SHORTEST
        ? stem.substring(0, stem.length() - 1)
        : stem;
  }
}
