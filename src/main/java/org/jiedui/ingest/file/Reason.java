package org.jiedui.ingest.file;

import static org.jiedui.ingest.file.Reason.Scope.COLUMN;
import static org.jiedui.ingest.file.Reason.Scope.FILE;
import static org.jiedui.ingest.file.Reason.Scope.ROW;
import static org.jiedui.ingest.file.Reason.Scope.SET;
import static org.jiedui.message.Problem.Level.ERROR;
import static org.jiedui.message.Problem.Level.NOTE;
import static org.jiedui.message.Problem.Level.WARNING;

import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/**
 * Why a file, a row or a set of records is refused, warned about or flagged: the whole catalogue.
 *
 * <p>An error of scope FILE or COLUMN refuses the file; an error of scope ROW or SET rejects rows;
 * warnings and notes are flags and lose nothing.
 */
public enum Reason {
  // file
  FILE_TRUNCATED(
      ERROR,
      FILE,
      "文件在记录中间结束",
      "file ends in the middle of a record",
      "最后一个值可能只剩一部分,因此整个文件不采用",
      "the last value may be a part of the true one, so nothing of the file is used"),
  FILE_REDELIVERED(
      NOTE,
      FILE,
      "同一文件再次送达",
      "the same file was delivered again",
      "内容相同的文件只计一次",
      "the same bytes count once, whatever their name"),
  FILE_CHANGED(
      ERROR,
      FILE,
      "读取过程中文件发生变化",
      "file changed while it was read",
      "两次哈希不同;请在文件写完后再运行",
      "size, time or second hash differ; run again when the file is complete"),
  FILE_EMPTY(
      ERROR,
      FILE,
      "文件没有数据行",
      "file holds no row of data",
      "空文件或只有表头的文件多半是导出失败",
      "an empty file or a header alone is mostly a failed export"),
  FILE_SET_ASIDE(
      WARNING,
      FILE,
      "文件不可用,已搁置",
      "file cannot be used and is set aside",
      "本次结果不含该文件;设置为 on-bad-file = set-aside",
      "the results are without it; on-bad-file = set-aside"),
  FMT_MISMATCH(
      ERROR,
      FILE,
      "扩展名与内容不符",
      "extension and content disagree",
      "文件类型先看内容后看扩展名",
      "the type is decided by content first, then by extension"),
  FMT_UNSUPPORTED(
      ERROR,
      FILE,
      "不支持的文件格式",
      "file format is not read",
      "请另存为 UTF-8 的 CSV",
      "save it as CSV in UTF-8"),
  FMT_ENCRYPTED(
      ERROR, FILE, "文件已加密", "file is encrypted", "请取消密码后另存", "save it without a password"),
  LIMIT_SIZE(
      ERROR,
      FILE,
      "超过大小限制",
      "a size limit is exceeded",
      "限制见 conf/ingest.conf 的 limits",
      "limits are set in conf/ingest.conf"),
  LIMIT_CELLS(
      ERROR,
      FILE,
      "单元格数超过限制",
      "too many cells",
      "限制见 conf/ingest.conf 的 limits",
      "limits are set in conf/ingest.conf"),
  LIMIT_RATIO(
      ERROR,
      FILE,
      "压缩比异常",
      "compression ratio is suspicious",
      "限制见 conf/ingest.conf 的 limits",
      "limits are set in conf/ingest.conf"),
  // text
  ENC_MIXED(
      ERROR,
      FILE,
      "文件混用了 UTF-8 与 GB18030",
      "file mixes UTF-8 and GB18030",
      "按任何一种编码读取都会悄悄改错地名",
      "reading it either way would change names without any error"),
  ENC_UNKNOWN(
      ERROR,
      FILE,
      "既不是 UTF-8 也不是 GB18030",
      "file is neither UTF-8 nor GB18030",
      "不猜测编码;请另存为 UTF-8",
      "encodings are not guessed; save it as UTF-8"),
  ENC_DAMAGED(
      ERROR,
      ROW,
      "文字在送达前已损坏",
      "text was damaged before it came here",
      "替换符、锟斤拷、私用区字符或坏字节表明原文已丢失",
      "a replacement character, a private-use character or a bad byte shows that the original is gone"),
  TXT_NUL(
      ERROR,
      FILE,
      "文件含有 NUL 字节",
      "file holds NUL bytes",
      "文本文件不含 NUL;可能是 UTF-16 或二进制文件",
      "text has no NUL; it may be UTF-16 or a binary file"),
  TXT_CR_ONLY(
      ERROR,
      FILE,
      "换行只有 CR",
      "lines end in CR alone",
      "请以 LF 或 CRLF 换行另存",
      "save it with LF or CRLF line ends"),
  TXT_QUOTE(
      ERROR,
      ROW,
      "引号位置有误",
      "a quote stands in the wrong place",
      "引号只能包住整个单元格,其中的引号写两次",
      "quotes enclose a whole cell; a quote inside is written twice"),
  NO_FINAL_NEWLINE(
      NOTE,
      FILE,
      "最后一行没有换行符",
      "last line has no line end",
      "最后一行已读入,请核对它是否完整",
      "the last row was read; look whether it is complete"),
  CELL_EXTRA(
      ERROR,
      ROW,
      "单元格多于表头",
      "row has more cells than the header",
      "多出的单元格不会被丢弃,整行列为拒绝",
      "a surplus cell is never dropped, the row is rejected"),
  CELL_MISSING(
      ERROR,
      ROW,
      "单元格少于表头",
      "row has fewer cells than the header",
      "缺少的单元格不会被当作空值",
      "an absent cell is not read as missing"),
  // columns, units
  COL_MISSING(
      ERROR,
      COLUMN,
      "缺少必需列",
      "required column not found",
      "列只按 id 或别名匹配,不按位置或相似度",
      "columns are matched by id or alias, never by position or similarity"),
  COL_AMBIGUOUS(
      ERROR, COLUMN, "两个表头对应同一列", "two headers name one column", "不选择其一", "neither is chosen"),
  COL_NEW(
      WARNING,
      COLUMN,
      "合同中没有的列",
      "column is not in the contract",
      "该列原样保留,不参与计算",
      "it is kept as it is and not counted"),
  COL_TYPE(
      ERROR,
      COLUMN,
      "列类型改变",
      "type of a column has changed",
      "与以往送达的文件不同",
      "it differs from earlier deliveries"),
  COL_EMPTY(
      WARNING,
      COLUMN,
      "整列为空",
      "column is empty",
      "以往有值的列现在全空",
      "it had values in earlier deliveries"),
  UNIT_MISSING(
      ERROR,
      COLUMN,
      "金额没有单位",
      "money without a unit",
      "单位可写在单位列、表头或 conf/ingest.conf",
      "a unit comes from the unit column, the header or conf/ingest.conf"),
  UNIT_CONFLICT(
      ERROR,
      COLUMN,
      "单位互相矛盾",
      "units contradict each other",
      "各处写明的单位必须一致",
      "all units that are present must agree"),
  UNIT_UNKNOWN(
      ERROR,
      COLUMN,
      "不认识的单位",
      "unit is not known",
      "可用:元 千元 万元 百万元 亿元 人 万人 人次",
      "known are 元 千元 万元 百万元 亿元 人 万人 人次"),
  UNIT_CHANGED(
      ERROR,
      COLUMN,
      "表头单位改变",
      "unit in the header has changed",
      "与以往送达的文件不同",
      "it differs from earlier deliveries"),
  UNIT_SHIFT(
      WARNING,
      SET,
      "金额约为往年的一万倍或一亿倍",
      "amounts are 10^4 or 10^8 times those of earlier years",
      "疑似单位写错;系统不会自动换算",
      "the unit is probably wrong; nothing is converted"),
  MEASURE_CONFLICT(
      ERROR,
      ROW,
      "人与人次混淆",
      "persons and person-times are mixed",
      "该指标只接受声明的口径",
      "the indicator takes the declared measure only"),
  // numbers
  NUM_SYNTAX(
      ERROR,
      ROW,
      "不是数字",
      "not a number",
      "只读合乎语法的数字,约数和文字不读",
      "only numbers of the grammar are read, never an approximate or a word"),
  NUM_AMBIGUOUS(
      ERROR,
      ROW,
      "数字有两种读法",
      "number can be read in two ways",
      "千位分隔符或小数逗号不明",
      "a thousands separator or a decimal comma: it cannot be told"),
  NUM_SCI(
      ERROR,
      ROW,
      "数字为科学计数法",
      "number is in scientific notation",
      "金额和人数的末位数字已丢失",
      "digits of the amount are gone"),
  NUM_FRACTION(
      ERROR, ROW, "计数不是整数", "a count is not a whole number", "人数必须为整数", "persons are whole"),
  NUM_ROUNDED(
      NOTE,
      ROW,
      "四舍五入到最小单位",
      "rounded to the minor unit",
      "多余的小数四舍五入,差额精确计入对账",
      "surplus decimals are rounded half up, the residue is summed exactly"),
  NUM_RANGE(
      ERROR,
      ROW,
      "数值超出合同范围",
      "value is out of the range of the contract",
      "范围见 conf/schema.conf",
      "ranges are set in conf/schema.conf"),
  NUM_OVERFLOW(
      ERROR, ROW, "数值过大", "number is too large", "超过 64 位整数", "it does not fit in 64 bits"),
  YEAR_RANGE(
      ERROR,
      ROW,
      "年份超出合同范围",
      "year is out of the range of the contract",
      "范围见 conf/schema.conf",
      "the range is set in conf/schema.conf"),
  YEAR_FROM_DATE(
      NOTE,
      ROW,
      "年份取自日期",
      "year was taken from a date",
      "日期的年份是确定的",
      "the year of a date is certain"),
  WORD_UNKNOWN(
      ERROR,
      ROW,
      "不认识的词",
      "word is not known",
      "指标、方向、形式、阶段和支援方名称只接受声明过的词",
      "indicator, direction, form, status and names of donors take declared words only"),
  YEAR_PERIOD(
      ERROR,
      ROW,
      "时期不是年份",
      "a period is not a year",
      "时期不会分摊到各年",
      "a period is never spread over its years"),
  PERIOD_RECORD(
      NOTE,
      ROW,
      "多年合计,不分摊到各年",
      "a total over several years, never spread over them",
      "只计入完整包含该时期的窗口",
      "it counts only in a window that contains the whole period"),
  // Excel
  XLS_DATE(
      ERROR,
      ROW,
      "应为数字处存有日期",
      "a date is stored where a number is expected",
      "多半是把 3-5 输入成了日期",
      "3-5 was probably typed and became a date"),
  XLS_MERGED(
      ERROR,
      ROW,
      "数据区有合并单元格",
      "merged cells in the data",
      "合并值只属于左上角单元格",
      "a merged value belongs to the top-left cell"),
  XLS_FILLED(
      NOTE,
      ROW,
      "合并单元格的值已填到各行",
      "a merged value was filled down",
      "只有表头和关键列才向下填充",
      "only headers and key columns are filled"),
  XLS_TEXT_NUMBER(
      NOTE,
      ROW,
      "数字存为文本",
      "number is stored as text",
      "按数字语法读取",
      "it is read by the grammar of numbers"),
  XLS_ERROR_CELL(
      ERROR,
      ROW,
      "单元格为错误值",
      "cell holds an error value",
      "#N/A 等不是缺失值",
      "#N/A and its like are not missing values"),
  XLS_NO_CACHE(
      ERROR,
      ROW,
      "公式没有缓存值",
      "formula has no cached value",
      "公式从不计算",
      "formulas are never evaluated"),
  XLS_HIDDEN(
      WARNING,
      FILE,
      "隐藏的行也被读入",
      "hidden rows are read too",
      "Excel 里看不到的行也会被读入",
      "what is not seen in Excel is read"),
  XLS_PRECISION(
      WARNING,
      ROW,
      "数字超过 15 位",
      "number has more than 15 digits",
      "Excel 只保留 15 位",
      "Excel keeps 15 digits"),
  // codes
  CODE_SYNTAX(
      ERROR, ROW, "行政区划代码格式有误", "code is not 6 digits", "代码为 6 位文本", "a code is text of 6 digits"),
  CODE_SCI(
      ERROR,
      ROW,
      "行政区划代码被电子表格改成了科学计数法",
      "code was turned into scientific notation by a spreadsheet",
      "多个代码都会变成这个值,无法还原",
      "several codes round to this value, so it cannot be restored"),
  CODE_FLOAT(
      NOTE, ROW, "代码带有小数点", "code has a decimal point", "520423.0 的值是确定的", "520423.0 is exact"),
  CODE_12DIGIT(
      NOTE,
      ROW,
      "12 位代码",
      "code of 12 digits",
      "后六位为零时取前六位",
      "with six zeros at the end the first six are taken"),
  CODE_UNKNOWN(
      ERROR, ROW, "代码不存在", "code is not known", "任何已知年份都没有这个代码", "no covered year knows it"),
  CODE_UNCOVERED(
      NOTE,
      ROW,
      "年份不在代码表范围内",
      "year is not covered by the code table",
      "按最近的年份解释",
      "it is read at the nearest covered year"),
  CODE_VINTAGE(
      ERROR,
      ROW,
      "代码在该年无效",
      "code is not valid in that year",
      "代码按年份解释,从不按名称",
      "codes are read by year, never by name"),
  CODE_TRANSITION(
      NOTE,
      ROW,
      "使用了上一年的代码",
      "code of the year before",
      "代码变更的当年允许使用旧代码",
      "the old code may stand in the year of a change"),
  CODE_LEVEL(
      WARNING,
      ROW,
      "省级或地级代码",
      "code of a province or prefecture",
      "下级齐全时作为合计核对",
      "it is a control total where its children are present"),
  CODE_NAME(WARNING, ROW, "名称属于另一个代码", "name belongs to another code", "以代码为准", "the code wins"),
  CODE_NAME_ONLY(
      ERROR,
      ROW,
      "只有名称没有代码",
      "a name without a code",
      "代码从不由名称猜测",
      "a code is never guessed from a name"),
  CODE_MAPPED(
      NOTE,
      ROW,
      "代码来自经确认的名称对照表",
      "code from a confirmed map of names",
      "对照表已归档,并列入版本的输入",
      "the map is archived and stands among the inputs of the version"),
  CODE_SPLIT(
      NOTE, ROW, "该县后来拆分", "county was split later", "按合并单元汇总", "it is summed in a union unit"),
  // sets
  DUP_EXACT(NOTE, SET, "重复记录", "the same record again", "保留第一条", "the first is kept"),
  DUP_CONFLICT(ERROR, SET, "两条记录互相矛盾", "two records disagree", "两条均不采用", "neither is used"),
  DUP_SUSPECT(
      WARNING,
      SET,
      "疑似重复",
      "may be a duplicate",
      "没有记录号的相同行可能是两笔",
      "equal rows without an id may be two gifts"),
  DUP_YEAR(ERROR, SET, "同一记录号出现在两年", "one record id in two years", "两条均不采用", "both are rejected"),
  DUP_PERIOD(
      NOTE,
      SET,
      "时期合计的年份已有逐年记录",
      "a total of a period whose years are recorded one by one",
      "同一来源的逐年记录已计入,合计不再计",
      "the yearly records of the same source count; the total does not"),
  SUPERSEDED(
      NOTE,
      SET,
      "已被更新的记录取代",
      "replaced by a newer record",
      "旧记录留在台账中",
      "the old one stays in the ledger"),
  CUMULATIVE_SUSPECT(
      WARNING,
      SET,
      "疑似累计数",
      "series may be cumulative",
      "累计数不会自动求差",
      "running totals are never differenced unasked"),
  CUMULATIVE(
      NOTE,
      SET,
      "由累计数求差",
      "differenced from running totals",
      "各年只计比上年增加的部分,其余列在台账的“往年已计”",
      "a year counts what was added since the year before; the rest is in the ledger's own column"),
  CUMULATIVE_GAP(
      ERROR,
      SET,
      "累计数缺上一年",
      "running total without the year before",
      "差额跨了几年,无法归到某一年",
      "the difference covers several years and belongs to none of them"),
  CUMULATIVE_FALL(
      ERROR,
      SET,
      "累计数下降",
      "running total falls",
      "两年中有一年有误,两条均不采用",
      "one of the two years is wrong, so neither is used"),
  PERSON_MISSING(
      ERROR,
      ROW,
      "没有可识别人员的编号",
      "nothing tells who the person is",
      "同名的人很多,只凭姓名无法计人数",
      "names repeat, so heads cannot be counted by name"),
  DATE_SYNTAX(
      ERROR,
      ROW,
      "日期无法识别或缺失",
      "date not understood or missing",
      "在岗时间按天计算,不作猜测",
      "time in post is counted by the day and never guessed"),
  DATE_ORDER(
      ERROR,
      ROW,
      "结束日期早于开始日期",
      "the last day lies before the first",
      "该行不采用",
      "the row is not used"),
  PERSON_COUNTED(
      NOTE,
      SET,
      "同一人同年只计一人",
      "one person counts once a year",
      "同年在同一县的第二次派出只计人次和在岗时间",
      "a second posting in the county that year counts as a posting and as time only"),
  POSTING_OVERLAP(
      WARNING,
      SET,
      "同一人的派出时间重叠",
      "postings of one person overlap",
      "重叠的日子只计入先开始的一次",
      "days that overlap count for the posting that began first"),
  FIX_STALE(
      ERROR,
      SET,
      "更正所依据的源文件已变化",
      "source of a fix has changed",
      "请按新的拒绝清单更正",
      "mend the row in the new list of rejects"),
  FIX_APPLIED(
      NOTE,
      ROW,
      "按更正清单读取",
      "read with a value from a mended list of rejects",
      "更正清单已归档,并列入版本的输入",
      "the list is archived and stands among the inputs of the version"),
  FIX_DROPPED(
      ERROR,
      ROW,
      "按更正清单或名称对照表放弃",
      "dropped by a mended list of rejects or a map of names",
      "该行留在台账的拒收数中,但不计入拒收率",
      "the row stays among the rejected of the ledger, but not in the share that stops a run"),
  REJECT_SHARE(
      WARNING,
      SET,
      "拒收比例过高",
      "too many rows are rejected",
      "比例上限见 conf/ingest.conf 的 gates",
      "the limits are gates in conf/ingest.conf"),
  ROWS_UNUSUAL(
      WARNING,
      SET,
      "行数与以往相差很大",
      "rows differ much from earlier deliveries",
      "送达不全的文件每一行都可能是好的",
      "in a file that is half there every row may be good"),
  COUNTY_YEARS_LOST(
      WARNING,
      SET,
      "上一版本有的县年不见了",
      "county-years of the version before are gone",
      "结果的变化可能只因数据减少",
      "results may change only because data are missing"),
  DOUBLE_COUNT_SUSPECT(
      WARNING,
      SET,
      "财政资金疑似包含捐赠",
      "funds seem to contain donations",
      "两者相加会重复计算捐赠;系统不会自动扣除",
      "the sum of both would count donations twice; nothing is subtracted"),
  TOTAL_MISMATCH(
      WARNING, SET, "明细与合计不符", "details do not sum to the total", "差额在提示中给出", "the gap is given"),
  OUT_OF_SCOPE(
      NOTE, SET, "不在研究范围内", "outside the study", "计入台账,不参与计算", "it is counted in the ledger only");

  /** What a reason speaks of. */
  public enum Scope {
    FILE,
    COLUMN,
    ROW,
    SET
  }

  private final Problem.Level level;
  private final Scope scope;
  private final Text summary;
  private final Text explain;

  Reason(Problem.Level level, Scope scope, String zh, String en, String whyZh, String whyEn) {
    this.level = level;
    this.scope = scope;
    this.summary = Text.of(zh, en);
    this.explain = Text.of(whyZh, whyEn);
  }

  public Problem.Level level() {
    return level;
  }

  public Scope scope() {
    return scope;
  }

  /** One line that says what is wrong. */
  public Text summary() {
    return summary;
  }

  /** One line that says why it matters or what is done about it. */
  public Text explain() {
    return explain;
  }

  public boolean isError() {
    return level == ERROR;
  }

  /** A problem of this reason, with its summary and explanation. */
  public Problem problem() {
    return problem(summary);
  }

  /** A problem of this reason with a summary of its own. */
  public Problem problem(Text says) {
    return new Problem(level, name(), says, "", java.util.List.of(), Text.NONE, explain, Text.NONE);
  }
}
