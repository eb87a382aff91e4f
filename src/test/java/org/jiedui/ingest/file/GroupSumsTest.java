package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupSumsTest {
  @Test
  void sumsAndCountsAreThoseOfAMapThatIsSlow() {
    Random random = new Random(11);
    GroupSums sums = new GroupSums();
    Map<Long, long[]> slow = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      int year = 1996 + random.nextInt(25);
      long key =
          GroupSums.key(
              100_000 + random.nextInt(900), random.nextInt(3), year, random.nextInt(200));
      long amount = random.nextLong() >> 20;
      sums.add(key, amount, 1, i % 2);
      long[] total = slow.computeIfAbsent(key, k -> new long[3]);
      total[0] += amount;
      total[1]++;
      total[2] += i % 2;
    }

    assertThat(sums.size()).isEqualTo(slow.size());
    slow.forEach(
        (key, total) ->
            assertThat(new long[] {sums.sum(key), sums.count(key), sums.rows(key)})
                .isEqualTo(total));
  }

  @Test
  void aKeyHoldsTheLargestOfEveryPart() {
    long key = GroupSums.key(999_999, 999_998, 2155, GroupSums.kinds() - 1);

    assertThat(key).isPositive();
    assertThat(GroupSums.recipient(key)).isEqualTo(999_999);
    assertThat(GroupSums.donor(key)).isEqualTo(999_998);
    assertThat(GroupSums.year(key)).isEqualTo(2155);
    assertThat(GroupSums.kind(key)).isEqualTo(GroupSums.kinds() - 1);
  }

  @Test
  void aSumThatOverflowsIsAnErrorAndNotANumber() {
    GroupSums sums = new GroupSums();
    long key = GroupSums.key(520_123, 0, 2016, 0);
    sums.add(key, Long.MAX_VALUE, 1, 1);

    assertThatThrownBy(() -> sums.add(key, 1, 1, 1)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void aFileOfSumsComesBackByYear(@TempDir Path dir) throws Exception {
    GroupSums sums = new GroupSums();
    Kinds kinds = new Kinds();
    int fiscal = kinds.number(new Kind("fiscal", "E2W", "none", "paid", 0));
    int cadres = kinds.number(new Kind("cadres", "W2E", "none", "none", 2020));
    sums.add(GroupSums.key(520_123, 310_000, 2017, cadres), 5, 2, 2);
    sums.add(GroupSums.key(520_124, 0, 1996, fiscal), -7, 1, 0);
    GroupFile.write(dir.resolve("a.sums"), sums, kinds);

    List<String> groups = new ArrayList<>();
    GroupFile.read(
        dir.resolve("a.sums"),
        (year, kind, recipient, donor, sum, records, rows) ->
            groups.add(
                String.join(
                    " ",
                    year + " " + recipient + " " + donor,
                    kind.indicator(),
                    kind.direction() + kind.codeVintage(),
                    sum + " " + records + " " + rows)));

    assertThat(groups)
        .containsExactly(
            "1996 520124 0 fiscal E2W0 -7 1 0", "2017 520123 310000 cadres W2E2020 5 2 2");
  }
}
