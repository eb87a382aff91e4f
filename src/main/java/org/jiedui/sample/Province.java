package org.jiedui.sample;

import java.util.List;

/**
 * An invented province. Its first two digits are none that GB/T 2260 allocates.
 *
 * @param number place in the list of donors, or of recipients, from 0
 */
record Province(String code, String name, String nameEn, Side side, int number) {
  /** Which end of the cooperation a province stands at. */
  enum Side {
    DONOR("东部"),
    RECIPIENT("西部");

    private final String zone;

    Side(String zone) {
      this.zone = zone;
    }

    String zone() {
      return zone;
    }
  }

  private static final String[] DONORS = {
    "72 溯川 Suchuan", "73 羽浦 Yupu", "74 帆洲 Fanzhou", "75 橙湾 Chengwan"
  };
  private static final String[] RECIPIENTS = {
    "76 雪屏 Xueping", "77 鹭原 Luyuan", "78 棠坪 Tangping", "79 枫谷 Fenggu",
    "27 霜岭 Shuangling", "28 苇泽 Weize", "29 素垣 Suyuan", "66 笺溪 Jianxi",
    "67 缃峪 Xiangyu", "68 弦丘 Xianqiu"
  };

  static List<Province> donors() {
    return list(DONORS, Side.DONOR, DONORS.length);
  }

  static List<Province> recipients(int count) {
    return list(RECIPIENTS, Side.RECIPIENT, count);
  }

  private static List<Province> list(String[] words, Side side, int count) {
    return java.util.stream.IntStream.range(0, count)
        .mapToObj(i -> of(words[i].split(" "), side, i))
        .toList();
  }

  private static Province of(String[] word, Side side, int number) {
    return new Province(word[0] + "0000", word[1] + "省", word[2], side, number);
  }
}
