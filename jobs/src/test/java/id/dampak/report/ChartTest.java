package id.dampak.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.report.EventStudy.Role;
import id.dampak.report.Losses.Breakdown;
import id.dampak.report.Losses.Group;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jfree.data.Range;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartTest {

  @ParameterizedTest
  @EnumSource(Canvas.class)
  void anEventStudyHasOneDotPerPeriod(Canvas canvas) {
    EventStudy study = SampleReport.eventStudy(100, 60);

    XYDataset dataset = new EventStudyChart(study).draw(canvas).getXYPlot().getDataset();

    assertThat(dataset.getItemCount(dataset.indexOf(Role.REFERENCE))).isEqualTo(1);
    assertThat(dataset.getItemCount(dataset.indexOf(Role.SUSPENDED))).isEqualTo(4);
    assertThat(dataset.getItemCount(dataset.indexOf(Role.ORDINARY))).isEqualTo(95);
  }

  @Test
  void everyDotReachesTheMarkup() {
    List<Drawing> drawings = Drawing.of(new EventStudyChart(SampleReport.eventStudy(28, 14)));

    assertThat(drawings).hasSize(Canvas.values().length);
    assertThat(drawings).allSatisfy(drawing -> assertThat(dots(drawing)).isEqualTo(28));
  }

  /** Dots are the only curved shapes; each is drawn twice, as a disc and as its rim. */
  private static long dots(Drawing drawing) {
    return Pattern.compile("<path d='([^']*C[^']*)'")
        .matcher(drawing.svg().toString())
        .results()
        .map(match -> match.group(1))
        .distinct()
        .count();
  }

  @Test
  void suspendedPeriodsThatTouchAreShadedAsOne() {
    List<EventStudy.Point> points =
        IntStream.of(0, 1, 2, 5)
            .mapToObj(p -> new EventStudy.Point(p, "", 0, Optional.empty(), Role.SUSPENDED))
            .toList();

    assertThat(EventStudyChart.suspendedRuns(points))
        .containsExactly(new Range(-0.5, 2.5), new Range(4.5, 5.5));
  }

  @Test
  void aLossChartGrowsWithItsGroups() {
    LossChart five = new LossChart(breakdown(5));
    LossChart thirtyEight = new LossChart(breakdown(38));

    assertThat(thirtyEight.draw(Canvas.NARROW).getXYPlot().getDataset().getItemCount(0))
        .isEqualTo(38);
    assertThat(thirtyEight.height(Canvas.NARROW)).isGreaterThan(4 * five.height(Canvas.NARROW));
  }

  @Test
  void equalLossesStillMakeAChart() {
    Measurement none = new Measurement(0, Optional.empty(), SampleReport.MONEY);
    Breakdown flat =
        new Breakdown(
            "Sector",
            SampleReport.MONEY,
            List.of(new Group("A", 10, none, Optional.empty())),
            List.of(),
            "");

    assertThat(Drawing.of(new LossChart(flat))).hasSize(2);
  }

  @Test
  void drawingTwiceGivesTheSameMarkup() {
    Chart chart = new EventStudyChart(SampleReport.eventStudy(28, 14));

    assertThat(Drawing.of(chart)).isEqualTo(Drawing.of(chart));
  }

  private static Breakdown breakdown(int groups) {
    return new Breakdown(
        "Province",
        SampleReport.MONEY,
        IntStream.range(0, groups)
            .mapToObj(
                i ->
                    new Group("Group " + i, 10, SampleReport.money(1e6 * i, 1e5), Optional.empty()))
            .toList(),
        List.of(),
        "");
  }
}
