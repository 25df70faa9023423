package id.dampak.estimate.inference;

import static id.dampak.estimate.inference.AccountedMarket.USUAL;
import static id.dampak.estimate.inference.AccountedMarket.accounting;
import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.JointTest;
import id.dampak.estimate.inference.AccountedMarket.Plan;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The account is right as often as it says, on simulated markets of 150 units. */
class LossAccountCoverageTest {
  private static final int RUNS = 150;
  private static final int UNITS = 150;

  @Test
  void everyPartIsCoveredInAllAndByGroup() {
    SplittableRandom random = new SplittableRandom(11);
    Map<String, Integer> covered = new TreeMap<>();
    int rejected = 0;
    for (int run = 0; run < RUNS; run++) {
      AccountedMarket market = new AccountedMarket(random, UNITS, USUAL);
      LossAccount account = accounting(run).account(market.changes());
      count(covered, "all", account.total(), market.allGross());
      count(covered, "kecil", account.by("size").get(0), market.gross[0]);
      JointTest test = account.equality("size", LossPart.NET).orElseThrow();
      rejected += test.pValue() < 0.05 ? 1 : 0;
    }
    // 95 % and 5 % ± 3.3 standard deviations of a binomial share of 150.
    assertThat(covered).hasSize(10);
    assertThat(covered.values())
        .as(covered.toString())
        .allSatisfy(count -> assertThat(count / (double) RUNS).isBetween(0.89, 1.0));
    assertThat(rejected / (double) RUNS).isLessThan(0.11);
  }

  private static void count(
      Map<String, Integer> covered, String of, AccountLine line, double gross) {
    count(covered, of + " gross", line.gross(), gross);
    count(covered, of + " displaced", line.displaced().orElseThrow(), 0.35 * gross);
    count(covered, of + " recovered", line.recovered(), 0.1 * gross);
    count(covered, of + " net", line.net(), 0.55 * gross);
    count(covered, of + " divert ratio", line.divertRatio().orElseThrow(), 0.35);
  }

  private static void count(
      Map<String, Integer> covered, String name, Estimate estimate, double truth) {
    boolean holds = estimate.confLow() <= truth && truth <= estimate.confHigh();
    covered.merge(name, holds ? 1 : 0, Integer::sum);
  }

  @Test
  void groupsThatLoseDifferentSharesAreToldApart() {
    SplittableRandom random = new SplittableRandom(12);
    Plan unlike = new Plan(List.of(0.2, 0.9), 0.35, 0.1, 0.4, 0, 0.4);
    int rejected = 0;
    for (int run = 0; run < 40; run++) {
      AccountedMarket market = new AccountedMarket(random, UNITS, unlike);
      LossAccount account = accounting(run).account(market.changes());
      rejected += account.equality("size", LossPart.GROSS).orElseThrow().pValue() < 0.05 ? 1 : 0;
    }
    assertThat(rejected).isGreaterThan(36);
  }
}
