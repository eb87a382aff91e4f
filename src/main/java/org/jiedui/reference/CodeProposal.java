package org.jiedui.reference;

import java.util.List;
import java.util.Optional;
import org.jiedui.message.Text;

/**
 * The code that the names of a row may stand for in one year. It proposes; only a person decides.
 *
 * @param candidates every unit that is worth looking at, the likeliest first
 */
public record CodeProposal(Match match, List<NameSpan> candidates) {
  /** How the names were found. */
  public enum Match {
    EXACT("全称与上级名称完全相符", "full name and its hierarchy match"),
    SHORT("简称或别名相符,上级名称相符", "a short form or alias matches, and its hierarchy"),
    PARTIAL("名称相符且唯一,但上级名称不全", "the name matches once, but its hierarchy is not given whole"),
    PREVIOUS("到上一年末为止的名称", "the name until the end of the year before"),
    UNCOVERED("该年不在代码表范围内,按最近的年份", "the tables do not cover the year; by the nearest one"),
    AMBIGUOUS("同名的不止一个", "more than one has this name"),
    OTHER_YEARS("不是该年的名称", "not a name of that year"),
    SIMILAR("没有这个名称,只有相近的", "no such name; similar ones"),
    NONE("没有这个名称", "no such name");

    private final Text text;

    Match(String zh, String en) {
      text = Text.of(zh, en);
    }

    public Text text() {
      return text;
    }

    /** Whether exactly one unit has the name in that year. */
    public boolean isUnique() {
      return ordinal() <= UNCOVERED.ordinal();
    }
  }

  public CodeProposal {
    candidates = List.copyOf(candidates);
  }

  /** The one unit of that name; empty where there is a choice. */
  public Optional<NameSpan> proposed() {
    return match.isUnique() ? Optional.of(candidates.get(0)) : Optional.empty();
  }
}
