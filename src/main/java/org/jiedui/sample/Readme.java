package org.jiedui.sample;

import java.util.Locale;
import java.util.stream.Collectors;

/** The page that lies beside a sample and says that nothing in it is real. */
final class Readme {
  private Readme() {}

  static void sample(Plan plan, World world, int missing, Folder folder) {
    String text =
        """
        # 模拟数据,地名虚构 / Synthetic data, invented places

        **模拟数据,地名虚构,不反映任何地区情况。** 省、市、县的名称与代码均为虚构(GB/T 2260 未分配的代码),
        金额与人数由随机数生成,任何数字都不能用于描述真实地区。

        **Synthetic data, invented places; it says nothing about any real region.** Names and codes are
        invented (GB/T 2260 allocates none of them), amounts and heads are random numbers.

        由 `%1$s` 生成;种子相同则逐字节相同。
        Made by `%1$s`; the same seed gives the same bytes.

        | 文件 file | 内容 | what it is |
        |---|---|---|
        | `records/` | 五个协作记录文件:宽表与长表,UTF-8、带 BOM 的 UTF-8、GB18030,元、万元、亿元混用 | five files of records: wide and long, UTF-8, UTF-8 with BOM, GB18030, mixed units |
        | `region_year.csv` | 县与支援省的年度发展指标,使用当年代码;%2$d 个单元格缺失(—) | development panel of counties and donor provinces in the codes of the year; %2$d cells missing (—) |
        | `content/` | 2012–2020 年财政援助资金按用途、企业投资、消费帮扶、帮助就业、协议资金 | funds by use, investment, purchases, jobs and agreed funds, 2012-2020 |
        | `mechanism.csv` | 2012–2020 年各对省份的协议、联席会议、工作队、规划、考核 | agreements, joint meetings, work teams, plans and assessments of pairs, 2012-2020 |
        | `scorecards/`、`scores.csv` | 虚构的考核指标体系(2017、2019、2021 版)与 2017–2020 年各对省份的分值 | invented indicator sets of 2017, 2019 and 2021, values of pairs 2017-2020 |
        | `geography/` | 2020 年末行政区划与 1996–2020 年的变更:改码、改名、合并、拆分 | units at the end of 2020 and the changes of 1996-2020: recodes, a new name, a merge, a split |
        | `pairings/` | 各时期的结对关系 | pairings by era |
        | `truth/truth.csv` | 植入的倍数与正确行的精确合计(分、人) | planted multiples and exact totals (fen, persons) of the rows that are right |
        | `truth/clusters.csv` | 植入的四类县,1 为发展水平最高;拆分县写作 a+b | four planted clusters, 1 = the most developed; a split county is a+b |
        | `truth/planted_errors.csv` | 每个文件中植入的错误行数(按原因代码) | planted wrong rows by file and reason code |

        %3$d 个县单元,%4$d 个支援省,%5$d 个受援省。植入的倍数(2016–2020 合计除以 1996–2015 合计):财政 3.17,
        捐赠 4.40,干部 1.60,专技人才 5.25;它们不是任何文献中的数字。
        %3$d counties, %4$d donor and %5$d recipient provinces. Planted multiples (total of 2016-2020 over
        total of 1996-2015): fiscal 3.17, donations 4.40, cadres 1.60, professionals 5.25. They are nobody's results.

        每个受援省有一个市(州)没有被 2016 年的变化覆盖,是对照组(%7$s):其余各市此后所得为其 %6$s 倍(相对于各自的前期)。
        One prefecture of every recipient province was not reached by the change of 2016 and is the comparison group
        (%7$s): the others have since had %6$s times as much, each against its own earlier years.

        `records/funds_1996_2005.csv` 中有 12 行没有支援省代码;约 3%% 的捐款带千位分隔符。
        Twelve rows of `records/funds_1996_2005.csv` have no donor code;
        about 3%% of the cash donations have thousands separators.
        """;
    folder.utf8(
        "README.md",
        String.format(
            Locale.ROOT,
            text,
            plan.command(),
            missing,
            world.places().stream().map(p -> p.at(Years.LAST).code()).distinct().count(),
            world.donors().size(),
            world.recipients().size(),
            Aid.EFFECT,
            leftOut(world)));
  }

  private static String leftOut(World world) {
    return world.prefectures().stream()
        .filter(p -> p.province().side() == Province.Side.RECIPIENT && !p.isReached())
        .map(Prefecture::code)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  static void bulk(Plan plan, Folder folder) {
    String text =
        """
        # 模拟数据,地名虚构 / Synthetic data, invented places

        模拟数据,地名虚构,不反映任何地区情况;用于测速。由 `%1$s` 生成。
        Synthetic data, invented places; it says nothing about any real region. For benchmarks. Made by `%1$s`.

        `records/records.csv` 的错误行与重复记录号约各占千分之一,确切行数见 `truth/planted_errors.csv`;
        正确行的精确合计见 `truth/truth.csv`(分、人)。
        About one row in a thousand is wrong and one carries the id of an earlier row: exact numbers in
        `truth/planted_errors.csv`; exact totals of the right rows in `truth/truth.csv` (fen, persons).
        """;
    folder.utf8("README.md", String.format(Locale.ROOT, text, plan.command()));
  }
}
