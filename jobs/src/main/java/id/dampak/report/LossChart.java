package id.dampak.report;

import id.dampak.report.Losses.Breakdown;
import id.dampak.report.Losses.Group;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** One row per group: a dot for its loss, a whisker for the interval. */
record LossChart(Breakdown breakdown) implements Chart {
  private static final int ROW_HEIGHT = 26;
  private static final int AXIS_HEIGHT = 44;

  @Override
  public String id() {
    return "losses-" + breakdown.dimension().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  @Override
  public String description() {
    return "Loss by %s with its interval, for %d groups."
        .formatted(breakdown.dimension().toLowerCase(Locale.ROOT), breakdown.groups().size());
  }

  @Override
  public int height(Canvas canvas) {
    return AXIS_HEIGHT + ROW_HEIGHT * breakdown.groups().size();
  }

  @Override
  public JFreeChart draw(Canvas canvas) {
    XYErrorRenderer renderer = ChartTheme.renderer(9, 1.6);
    renderer.setDrawYError(false);
    renderer.setSeriesPaint(0, ChartTheme.ORDINARY);
    XYPlot plot = new XYPlot(dataset(), lossAxis(canvas), groupAxis(canvas), renderer);
    ChartTheme.addZeroLineAcrossDomain(plot);
    return ChartTheme.chart(plot);
  }

  private XYIntervalSeriesCollection dataset() {
    XYIntervalSeries series = new XYIntervalSeries(breakdown.dimension());
    List<Group> groups = breakdown.groups();
    for (int row = 0; row < groups.size(); row++) {
      Measurement loss = groups.get(row).loss();
      double low = loss.interval().map(Interval::low).orElse(loss.estimate());
      double high = loss.interval().map(Interval::high).orElse(loss.estimate());
      series.add(loss.estimate(), low, high, row, row, row);
    }
    XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
    dataset.addSeries(series);
    return dataset;
  }

  private NumberAxis lossAxis(Canvas canvas) {
    int ticks =
        switch (canvas) {
          case WIDE -> 8;
          case NARROW -> 4;
        };
    return ChartTheme.numberAxis(canvas, breakdown.notation(), breakdown.values(), ticks);
  }

  private SymbolAxis groupAxis(Canvas canvas) {
    String[] names =
        breakdown.groups().stream()
            .map(group -> shortened(group.name(), canvas))
            .toArray(String[]::new);
    SymbolAxis axis = new SymbolAxis(null, names);
    ChartTheme.style(axis, canvas);
    axis.setInverted(true);
    axis.setGridBandsVisible(false);
    axis.setRange(-0.5, names.length - 0.5);
    return axis;
  }

  private static String shortened(String name, Canvas canvas) {
    int longest =
        switch (canvas) {
          case WIDE -> 36;
          case NARROW -> 20;
        };
    return name.length() <= longest ? name : name.substring(0, longest - 1).strip() + "…";
  }
}
