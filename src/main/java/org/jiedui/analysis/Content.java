package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jiedui.analysis.PairStatistic.Form;
import org.jiedui.table.Frame;

/**
 * What is given: shares of areas and of development in funds by use, persons by role, channels of
 * state, market and society with their entropy, industry share of fiscal aid, leverage, exchange in
 * both directions, agreed against paid funds, and outputs per 10,000 yuan.
 *
 * <p>Shares are of one unit: money by use, or persons by role. Source: Xie and Chen (2023),
 * Academic Research 2023 (8), 61–69, for what is told; Shannon (1948) and Pielou (1966) for
 * diversity.
 */
public final class Content {
  public static final String SHARE = "content_share";
  public static final String CHANNEL = "content_channel";
  public static final String RATIO = "content_ratio";
  public static final String ALL = "all";

  /** Shares of areas in funds by use; its part {@link #DEVELOPMENT} adds several up. */
  public static final String AREA = "area";

  public static final String DEVELOPMENT = "development";
  public static final String INDUSTRY = "industry";
  public static final String INDUSTRY_SHARE = "industry_share";
  public static final String LEVERAGE = "leverage";
  public static final String RECIPROCITY = "reciprocity";
  public static final String COMPLETION = "completion";
  private static final double OUTPUT_PER_YUAN = 10_000;

  private final ContentSources sources;

  private Content(ContentSources sources) {
    this.sources = sources;
  }

  /** The tables {@code content_share}, {@code content_channel} and {@code content_ratio}. */
  public record Result(Frame shares, Frame channels, Frame ratios) {
    public List<Frame> tables() {
      return List.of(shares, channels, ratios);
    }
  }

  /**
   * @param pairYear flows of pairs of provinces, table {@code pair_year}
   * @param measures what the minor units of the indicators are
   */
  public static Result of(
      Frame pairYear, Map<String, Measure> measures, ContentSources sources, ContentParams params) {
    Content content = new Content(sources);
    PairQuantities flows = PairQuantities.of(pairYear, measures);
    return new Result(
        PairRatios.of(SHARE, flows, content.shares(), params),
        PairRatios.of(CHANNEL, flows, content.channels(), params),
        PairRatios.of(RATIO, flows, content.ratios(), params));
  }

  private List<PairStatistic> shares() {
    List<PairStatistic> told = new ArrayList<>();
    List<String> uses = ContentSources.all(sources.areas());
    sources.areas().forEach((area, own) -> told.add(share(AREA, area, own, uses)));
    if (!uses.isEmpty()) {
      told.add(share(AREA, DEVELOPMENT, sources.developmentFunds(), uses));
    }
    List<String> roles = sources.exchange();
    roles.forEach(role -> told.add(share("role", role, List.of(role), roles)));
    return told;
  }

  /** With and without investment, which is larger than the rest by orders of magnitude. */
  private List<PairStatistic> channels() {
    List<PairStatistic> told = new ArrayList<>();
    if (!sources.channels().isEmpty()) {
      channels("channel", sources.channels(), told);
      TreeMap<String, List<String>> without = new TreeMap<>();
      sources
          .channels()
          .forEach(
              (channel, own) ->
                  without.put(
                      channel, own.stream().filter(i -> !i.equals(sources.investment())).toList()));
      without.values().removeIf(List::isEmpty);
      channels("channel_without_investment", without, told);
    }
    return told;
  }

  private static void channels(
      String measure, SortedMap<String, List<String>> channels, List<PairStatistic> told) {
    List<List<String>> parts = List.copyOf(channels.values());
    List<String> all = ContentSources.all(channels);
    channels.forEach(
        (channel, own) -> told.add(PairStatistic.share(measure, channel, own, all, parts)));
    told.add(new PairStatistic(measure, "entropy", parts, parts, Form.ENTROPY));
    told.add(new PairStatistic(measure, "evenness", parts, parts, Form.EVENNESS));
  }

  private List<PairStatistic> ratios() {
    List<PairStatistic> told = new ArrayList<>();
    List<String> funds = List.of(sources.funds());
    List<String> uses = ContentSources.all(sources.areas());
    List<String> industry = sources.areas().getOrDefault(INDUSTRY, List.of());
    if (!industry.isEmpty()) {
      told.add(PairStatistic.share(INDUSTRY_SHARE, ALL, industry, funds, List.of(uses, funds)));
    }
    if (!sources.investment().isEmpty()) {
      told.add(PairStatistic.ratio(LEVERAGE, ALL, List.of(sources.investment()), funds));
    }
    sources.exchange().forEach(indicator -> exchange(indicator, told));
    told.add(
        PairStatistic.ratio(
            COMPLETION, ALL, funds, List.of(sources.funds() + PairQuantities.AGREED)));
    sources
        .outputs()
        .forEach(output -> told.add(PairStatistic.output(output, funds, OUTPUT_PER_YUAN)));
    return told;
  }

  private static void exchange(String indicator, List<PairStatistic> told) {
    List<String> east = List.of(indicator);
    List<String> west = List.of(indicator + PairQuantities.WEST_TO_EAST);
    List<List<String>> parts = List.of(west, east);
    List<List<String>> either = List.of(PairStatistic.together(parts));
    told.add(new PairStatistic(RECIPROCITY, indicator, parts, either, Form.RATIO));
    told.add(new PairStatistic("balance", indicator, parts, either, Form.BALANCE));
  }

  private static PairStatistic share(
      String measure, String part, List<String> of, List<String> whole) {
    return PairStatistic.share(measure, part, of, whole, List.of(whole));
  }
}
