package id.dampak.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.dampak.Repository;
import id.dampak.Rows;
import id.dampak.SmallMarket;
import id.dampak.contract.LossAccount;
import id.dampak.contract.LossEquality;
import id.dampak.lake.Lake;
import id.dampak.simulate.Market;
import id.dampak.simulate.MarketOptions;
import id.dampak.simulate.Tally;
import id.dampak.study.Study;
import id.dampak.study.StudyFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The account of the bundled study, whose truth is known. */
@Tag("spark")
class AccountLossesTest {
  @TempDir static Path folder;
  private static List<FieldReader> rows;
  private static Lake lake;
  private static Tally truth;

  @BeforeAll
  static void account() {
    lake = SmallMarket.lake(folder);
    Study study = StudyFile.read(Repository.path("jobs/studies/tiktok-live-2025.yaml"));
    Market bundled = new Market(MarketOptions.of(1500, 78, 20250830));
    truth = SimulatedGold.write(bundled, study, lake).total().expected();
    AccountLosses.run(new RunContext(study, lake, Instant.now()));
    rows = lake.read(LossAccount.TABLE).collectAsList().stream().map(FieldReader::new).toList();
  }

  @Test
  void everyPartOfThePlantedLossLiesInItsInterval() {
    assertHolds("gross", truth.grossLoss());
    assertHolds("displaced", truth.displaced());
    assertHolds("recovered", truth.recovered());
    assertHolds("net", truth.netLoss() - truth.recovered());
    assertHolds("divert_ratio", 0.35);
  }

  private static void assertHolds(String measure, double planted) {
    FieldReader row = row("loss", "total", "all", measure);
    assertThat(planted)
        .as(measure)
        .isBetween(row.number(LossAccount.CONF_LOW), row.number(LossAccount.CONF_HIGH));
  }

  @Test
  void partsAndGroupsAddUp() {
    for (String dimension : List.of("size_class", "region", "dependence")) {
      for (String measure : List.of("gross", "displaced", "recovered", "net")) {
        double groups = rows("loss", dimension, measure).mapToDouble(AccountLossesTest::of).sum();
        double rest = of(row("discrepancy", dimension, "all", measure));
        assertThat(groups + rest).isCloseTo(of(row("loss", "total", "all", measure)), within(1.0));
      }
      assertThat(rows("loss", dimension, "net").mapToLong(r -> r.whole(LossAccount.UNITS)).sum())
          .isEqualTo(1500);
    }
    assertThat(of(row("loss", "total", "all", "net")))
        .isCloseTo(
            of(row("loss", "total", "all", "gross"))
                - of(row("loss", "total", "all", "displaced"))
                - of(row("loss", "total", "all", "recovered")),
            within(1e-3));
    assertThat(of(row("loss", "dependence", "never exposed", "gross"))).isZero();
  }

  @Test
  void whatTheStudyDeclaresStandsBesideTheLoss() {
    assertThat(of(row("spillover_gain", "total", "all", "net")))
        .isLessThan(of(row("loss", "total", "all", "net")))
        .isLessThan(of(row("spillover_loss", "total", "all", "net")));
    FieldReader turnover = rows("accounting", "total", "gross").findFirst().orElseThrow();
    // 20:40 on 30 August to 13:00 on 2 September, Jakarta: 64 hours and a third.
    assertThat(of(turnover))
        .isCloseTo(117_537_000_000.0 * 64.3333333 / 8760 * 0.265, within(1000.0));
    assertThat(turnover.text(LossAccount.NOTE))
        .startsWith("117,537,000,000 (yearly sales")
        .contains("64.3 h", "0.265 (share of sales through LIVE)", "West (2016)");
    assertThat(Rows.texts(lake.read(LossEquality.TABLE), "dimension", "measure"))
        .contains("dependence | net", "dependence | gross", "region | net");
  }

  private static FieldReader row(String basis, String dimension, String group, String measure) {
    return rows(basis, dimension, measure)
        .filter(row -> row.text(LossAccount.GROUP).equals(group))
        .findFirst()
        .orElseThrow();
  }

  /** Rows that have a number. */
  private static Stream<FieldReader> rows(String basis, String dimension, String measure) {
    return rows.stream()
        .filter(row -> row.text(LossAccount.BASIS).equals(basis))
        .filter(row -> row.text(LossAccount.DIMENSION).equals(dimension))
        .filter(row -> row.text(LossAccount.MEASURE).equals(measure))
        .filter(row -> row.optionalNumber(LossAccount.ESTIMATE).isPresent());
  }

  private static double of(FieldReader row) {
    return row.number(LossAccount.ESTIMATE);
  }
}
