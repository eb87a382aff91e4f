package org.jiedui.sample;

/**
 * One measured flow of aid: an indicator in one form.
 *
 * @see Planted
 */
enum Measure {
  FISCAL(Planted.FISCAL, "none", "财政援助资金", ""),
  CASH(Planted.DONATION, "cash", "社会捐赠", "现金"),
  KIND(Planted.DONATION, "kind", "社会捐赠", "实物"),
  CADRES(Planted.CADRES, "none", "干部", ""),
  PROFESSIONALS(Planted.PROFESSIONALS, "none", "专业技术人才", "");

  private final Planted indicator;
  private final String form;
  private final String word;
  private final String formWord;

  Measure(Planted indicator, String form, String word, String formWord) {
    this.indicator = indicator;
    this.form = form;
    this.word = word;
    this.formWord = formWord;
  }

  Planted indicator() {
    return indicator;
  }

  String form() {
    return form;
  }

  /** The indicator as a bureau writes it in a long file. */
  String word() {
    return word;
  }

  String formWord() {
    return formWord;
  }

  boolean isMoney() {
    return this == FISCAL || this == CASH || this == KIND;
  }
}
