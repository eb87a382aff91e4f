package org.jiedui.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Invented place names: every pair of a first and a second character, in seeded order, each once.
 *
 * <p>No real province, prefecture or county of any year begins with one of the first characters, so
 * that no name made here can be a real one.
 */
final class Names {
  private static final String[] FIRST =
      words(
          """
          霁ji 渚zhu 澈che 珩heng 琢zhuo 璇xuan 璞pu 珞luo 翎ling 翊yi 舸ge 楠nan 槿jin 檀tan 杉shan
          柚you 荻di 蒹jian 葭jia 蘅heng 菱ling 茗ming 萱xuan 薇wei 藜li 峤qiao 峦luan 屿yu 汀ting
          泓hong 泠ling 泮pan 洄hui 淙cong 淞song 渺miao 滢ying 漪yi 潋lian 瀚han 灏hao 曦xi 暄xuan
          晗han 昀yun 晟sheng 旻min 昕xin 晏yan 暮mu 霖lin 鸢yuan 骊li 钧jun 铎duo 笙sheng 箫xiao
          琴qin 瑟se 绮qi 纨wan 弘hong 彦yan 悠you 恬tian 慕mu 懿yi 斐fei 旖yi 昙tan 樾yue 澍shu
          煦xu 熙xi 熠yi 穗sui 粟su 耘yun 谧mi 雩yu 黛dai
          """);
  private static final String[] SECOND =
      words(
          """
          原yuan 川chuan 浦pu 屏ping 渡du 岭ling 溪xi 坪ping 湾wan 洲zhou 台tai 陂bei 塘tang 坞wu
          峪yu 泽ze 源yuan 桥qiao 田tian 冈gang 垣yuan 堰yan 畈fan 峰feng 谷gu 林lin 陵ling 丘qiu
          岸an 潭tan 关guan 野ye 沙sha 石shi 山shan 河he 里li 门men 庄zhuang 舍she 荡dang 岗gang
          墟xu 滩tan 浜bang 岫xiu
          """);

  /**
   * A two-character stem and its romanised form, which says that it is invented: without tones it
   * may sound like a real place.
   */
  record Stem(String zh, String en) {}

  private final List<Stem> stems = new ArrayList<>();
  private int used;

  Names(Chance chance) {
    for (String first : FIRST) {
      for (String second : SECOND) {
        stems.add(stem(first, second));
      }
    }
    for (int i = stems.size() - 1; i > 0; i--) {
      Collections.swap(stems, i, chance.below(i + 1));
    }
  }

  Stem next() {
    return stems.get(used++);
  }

  /** How many different names there are, all levels together. */
  static int supply() {
    return FIRST.length * SECOND.length;
  }

  /** The first characters of all names made here. */
  static List<String> firstCharacters() {
    List<String> all = new ArrayList<>();
    for (String first : FIRST) {
      all.add(first.substring(0, 1));
    }
    return all;
  }

  private static Stem stem(String first, String second) {
    String head = first.substring(1);
    String tail = second.substring(1);
    String link = "aeo".indexOf(tail.charAt(0)) >= 0 ? "'" : "";
    String en = head.substring(0, 1).toUpperCase(Locale.ROOT) + head.substring(1);
    return new Stem(first.substring(0, 1) + second.charAt(0), en + link + tail + " (invented)");
  }

  private static String[] words(String text) {
    return text.strip().split("\\s+");
  }
}
