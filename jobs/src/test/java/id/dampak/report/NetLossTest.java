package id.dampak.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetLossTest {
  private static final NetLoss LOSS = SampleNetLoss.section();

  @ParameterizedTest
  @EnumSource(Canvas.class)
  void whatIsTakenOffHangsWhereTheBarsBeforeItEnd(Canvas canvas) {
    XYPlot plot = new NetLossChart(LOSS).draw(canvas).getXYPlot();
    XYIntervalSeriesCollection bars = (XYIntervalSeriesCollection) plot.getDataset(0);
    int relief = bars.indexOf(NetLoss.Role.RELIEF);

    // 4.9 less 1.7; then what came back is negative, so that the bar goes on to the right.
    assertThat(bars.getStartXValue(relief, 0)).isCloseTo(3.2e9, within(1.0));
    assertThat(bars.getEndXValue(relief, 0)).isCloseTo(4.9e9, within(1.0));
    assertThat(bars.getStartXValue(relief, 1)).isCloseTo(3.2e9, within(1.0));
    assertThat(bars.getEndXValue(relief, 1)).isCloseTo(3.32e9, within(1.0));
    int net = bars.indexOf(NetLoss.Role.NET);
    assertThat(bars.getStartXValue(net, 0)).isZero();
    assertThat(bars.getEndXValue(net, 0)).isCloseTo(3.32e9, within(1.0));
  }

  @Test
  void theIntervalOfWhatIsTakenOffIsMirroredWithIt() {
    XYPlot plot = new NetLossChart(LOSS).draw(Canvas.WIDE).getXYPlot();
    XYIntervalSeriesCollection whiskers = (XYIntervalSeriesCollection) plot.getDataset(1);

    assertThat(whiskers.getXValue(0, 1)).isCloseTo(3.2e9, within(1.0));
    assertThat(whiskers.getStartXValue(0, 1)).isCloseTo(4.9e9 - 2.1e9, within(1.0));
    assertThat(whiskers.getEndXValue(0, 1)).isCloseTo(4.9e9 - 1.3e9, within(1.0));
  }

  @Test
  void thePageTellsPartsGroupsTestsAndWhatIsNotCausal() {
    String page = page(LOSS);

    assertThat(page)
        .contains(
            "Rp4.90 billion", "−Rp120 million", "came back", "Rp1.30 billion to Rp2.10 billion")
        .contains("Hidden, because", "Menengah")
        .contains("F(1, 1,182)\u00a0=\u00a04.21", "0.040: they did not.")
        .contains("COST &lt;of hours&gt;", "not causal", "yearly sales × 62.0 h", "refused")
        .doesNotContain("Where no interval stands");
  }

  @Test
  void aNumberThatFewCarryIsSaidToLackItsInterval() {
    NetLoss.Row bare = new NetLoss.Row("Kecil", "12", List.of(new NetLoss.Cell("3.1", "")));
    NetLoss.Row zero = new NetLoss.Row("never", "40", List.of(new NetLoss.Cell("0.0", "")));

    assertThat(split(bare).hasBareNumbers()).isTrue();
    assertThat(split(zero).hasBareNumbers()).isFalse();
    assertThat(NetLoss.Cell.of(Optional.empty(), SampleReport.MONEY.notation(1, 0)))
        .isEqualTo(new NetLoss.Cell("–", ""));
  }

  private static NetLoss.Split split(NetLoss.Row row) {
    return new NetLoss.Split(
        "Size", "Rp", List.of("Net"), List.of(row), List.of(), Optional.empty());
  }

  @Test
  void anAccountThatWasRefusedSaysWhyAndShowsNoChart() {
    NetLoss refused = new NetLoss(List.of(), List.of(), List.of(), List.of("Nobody is exposed."));

    assertThat(refused.isEmpty()).isFalse();
    assertThat(page(refused)).contains("Nobody is exposed.").doesNotContain("<svg");
    assertThat(new NetLoss(List.of(), List.of(), List.of(), List.of()).isEmpty()).isTrue();
  }

  private static String page(Section section) {
    return ReportWriter.render(new ReportModel(SampleReport.MASTHEAD, List.of(section)));
  }
}
