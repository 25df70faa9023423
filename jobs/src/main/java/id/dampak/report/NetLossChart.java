package id.dampak.report;

import id.dampak.report.NetLoss.Role;
import id.dampak.report.NetLoss.Step;
import java.awt.Color;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** A waterfall: what was lost, what is taken off it bar by bar, what is left; with intervals. */
record NetLossChart(NetLoss loss) implements Chart {
  private static final int ROW_HEIGHT = 44;
  private static final int AXIS_HEIGHT = 44;
  private static final double HALF_BAR = 0.3;

  /** Where a bar begins and ends, and where its whisker does. */
  private record Bar(Step step, double from, double to, double low, double high) {}

  @Override
  public String id() {
    return loss.anchor();
  }

  @Override
  public String description() {
    return "From gross to net loss: "
        + String.join(
            ", ",
            loss.steps().stream()
                .map(step -> step.name() + " " + step.amount().estimateText())
                .toList())
        + ".";
  }

  @Override
  public int height(Canvas canvas) {
    return AXIS_HEIGHT + ROW_HEIGHT * loss.steps().size();
  }

  @Override
  public JFreeChart draw(Canvas canvas) {
    List<Bar> bars = bars();
    XYPlot plot = new XYPlot();
    plot.setDomainAxis(amountAxis(canvas, bars));
    plot.setRangeAxis(stepAxis(canvas));
    plot.setDataset(0, rectangles(bars));
    plot.setRenderer(0, barRenderer());
    plot.setDataset(1, whiskers(bars));
    plot.setRenderer(1, whiskerRenderer());
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    ChartTheme.addZeroLineAcrossDomain(plot);
    return ChartTheme.chart(plot);
  }

  /** Relief hangs where the bars before it end, its interval mirrored with it. */
  private List<Bar> bars() {
    double[] left = new double[1];
    return loss.steps().stream()
        .map(
            step -> {
              double amount = step.amount().estimate();
              double low = step.amount().interval().map(Interval::low).orElse(amount);
              double high = step.amount().interval().map(Interval::high).orElse(amount);
              double before = left[0];
              if (step.role() == Role.RELIEF) {
                left[0] -= amount;
                return new Bar(step, before, before - amount, before - high, before - low);
              }
              left[0] = amount;
              return new Bar(step, 0, amount, low, high);
            })
        .toList();
  }

  private static XYIntervalSeriesCollection rectangles(List<Bar> bars) {
    XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
    for (Role role : Role.values()) {
      XYIntervalSeries series = new XYIntervalSeries(role, false, true);
      for (int row = 0; row < bars.size(); row++) {
        Bar bar = bars.get(row);
        if (bar.step().role() == role) {
          double start = Math.min(bar.from(), bar.to());
          double end = Math.max(bar.from(), bar.to());
          series.add((start + end) / 2, start, end, row, row - HALF_BAR, row + HALF_BAR);
        }
      }
      dataset.addSeries(series);
    }
    return dataset;
  }

  private static XYIntervalSeriesCollection whiskers(List<Bar> bars) {
    XYIntervalSeries series = new XYIntervalSeries("interval", false, true);
    IntStream.range(0, bars.size())
        .forEach(
            row -> {
              Bar bar = bars.get(row);
              series.add(bar.to(), bar.low(), bar.high(), row, row, row);
            });
    XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
    dataset.addSeries(series);
    return dataset;
  }

  private static XYBarRenderer barRenderer() {
    XYBarRenderer renderer = new XYBarRenderer();
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setUseYInterval(true);
    int series = 0;
    for (Role role : Role.values()) {
      renderer.setSeriesPaint(series++, ChartTheme.soft(colour(role)));
    }
    return renderer;
  }

  private static Color colour(Role role) {
    return switch (role) {
      case GROSS -> ChartTheme.SUSPENDED;
      case RELIEF -> ChartTheme.ZERO;
      case NET -> ChartTheme.ORDINARY;
    };
  }

  private static XYErrorRenderer whiskerRenderer() {
    XYErrorRenderer renderer = ChartTheme.renderer(6, 1.6);
    renderer.setDrawYError(false);
    renderer.setSeriesPaint(0, ChartTheme.INK);
    return renderer;
  }

  private NumberAxis amountAxis(Canvas canvas, List<Bar> bars) {
    int ticks =
        switch (canvas) {
          case WIDE -> 8;
          case NARROW -> 4;
        };
    return ChartTheme.numberAxis(
        canvas,
        loss.notation(),
        bars.stream().flatMapToDouble(bar -> DoubleStream.of(bar.low(), bar.high(), bar.from())),
        ticks);
  }

  private SymbolAxis stepAxis(Canvas canvas) {
    String[] names = loss.steps().stream().map(Step::name).toArray(String[]::new);
    SymbolAxis axis = new SymbolAxis(null, names);
    ChartTheme.style(axis, canvas);
    axis.setInverted(true);
    axis.setGridBandsVisible(false);
    axis.setRange(-0.5, names.length - 0.5);
    return axis;
  }
}
