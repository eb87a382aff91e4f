package org.jiedui.table;

import java.util.Locale;
import java.util.Optional;
import org.jiedui.message.Text;

/** Parts of what is given and of how it is organised, in the order in which they are listed. */
public enum ContentPart {
  ALL("合计", "all"),
  SUPPORT("资金支持", "fund support"),
  INDUSTRY("产业", "industry"),
  LABOUR("劳务", "labour"),
  TALENT("人才", "talent"),
  EDUCATION("教育", "education"),
  CONSUMPTION("消费", "consumption"),
  OTHER("其他", "other"),
  DEVELOPMENT("发展类合计", "development, added up"),
  STATE("科层(财政)", "state"),
  MARKET("市场", "market"),
  SOCIETY("社会", "society"),
  ENTROPY("多样性(熵)", "diversity (entropy)"),
  EVENNESS("均匀度", "evenness"),
  AGREEMENT("协议", "agreement"),
  JOINT_MEETING("联席会议", "joint meeting"),
  WORK_TEAM("工作队", "work team"),
  PLAN("规划", "plan"),
  ASSESSMENT("考核", "assessment"),
  PROVINCE("省级", "province"),
  PREFECTURE("市级", "prefecture"),
  COUNTY("县级", "county");

  private final Text words;

  ContentPart(String zh, String en) {
    this.words = Text.of(zh, en);
  }

  /** Empty for a part that is an indicator. */
  public static Optional<ContentPart> of(String code) {
    for (ContentPart part : values()) {
      if (part.code().equals(code)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  /** As column {@code part} holds it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Text words() {
    return words;
  }
}
