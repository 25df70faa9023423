package id.dampak.report;

import id.dampak.report.EventStudy.Point;
import id.dampak.report.EventStudy.Role;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.Range;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** One dot per period with its interval, the suspension shaded, the reference period hollow. */
record EventStudyChart(EventStudy study) implements Chart {

  @Override
  public String id() {
    return study.anchor();
  }

  @Override
  public String description() {
    Point first = study.points().get(0);
    Point last = study.points().get(study.points().size() - 1);
    return "Event study: %s, one coefficient with its interval for each of %d %s, from %s to %s."
        .formatted(
            study.outcome(), study.points().size(), study.period(), first.label(), last.label());
  }

  @Override
  public int height(Canvas canvas) {
    return switch (canvas) {
      case WIDE -> 400;
      case NARROW -> 300;
    };
  }

  @Override
  public JFreeChart draw(Canvas canvas) {
    XYIntervalSeriesCollection dataset = dataset();
    XYPlot plot =
        new XYPlot(dataset, periodAxis(canvas), coefficientAxis(canvas), renderer(canvas, dataset));
    for (Range run : suspendedRuns(study.points())) {
      plot.addDomainMarker(
          new IntervalMarker(run.getLowerBound(), run.getUpperBound(), ChartTheme.SHADE),
          Layer.BACKGROUND);
    }
    plot.setDomainGridlinesVisible(false);
    ChartTheme.addZeroLineAcrossRange(plot);
    return ChartTheme.chart(plot);
  }

  private XYIntervalSeriesCollection dataset() {
    XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
    for (Role role : Role.values()) {
      XYIntervalSeries series = new XYIntervalSeries(role);
      for (Point point : study.points()) {
        if (point.role() == role) {
          double low = point.interval().map(Interval::low).orElse(point.estimate());
          double high = point.interval().map(Interval::high).orElse(point.estimate());
          double x = point.relativePeriod();
          series.add(x, x, x, point.estimate(), low, high);
        }
      }
      dataset.addSeries(series);
    }
    return dataset;
  }

  private NumberAxis periodAxis(Canvas canvas) {
    NumberAxis axis = new NumberAxis(capitalised(study.period()) + " since the suspension began");
    axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    axis.setNumberFormatOverride(new TickFormat(value -> DecimalText.exactly(0, value)));
    ChartTheme.style(axis, canvas);
    List<Point> points = study.points();
    axis.setRange(
        points.get(0).relativePeriod() - 0.8, points.get(points.size() - 1).relativePeriod() + 0.8);
    return axis;
  }

  private NumberAxis coefficientAxis(Canvas canvas) {
    return ChartTheme.numberAxis(canvas, study.notation(), study.values(), 7);
  }

  private XYErrorRenderer renderer(Canvas canvas, XYIntervalSeriesCollection dataset) {
    double room = (double) canvas.width() / study.points().size();
    double dotSize = Math.max(2, Math.min(9, room / 2));
    XYErrorRenderer renderer = ChartTheme.renderer(dotSize, Math.max(0.7, Math.min(1.6, room / 4)));
    // A hollow dot needs room for its hole.
    renderer.setSeriesShape(dataset.indexOf(Role.REFERENCE), ChartTheme.dot(Math.max(6, dotSize)));
    renderer.setDrawXError(false);
    renderer.setUseFillPaint(true);
    for (Role role : Role.values()) {
      Color colour =
          switch (role) {
            case ORDINARY -> ChartTheme.ORDINARY;
            case REFERENCE -> ChartTheme.ZERO;
            case SUSPENDED -> ChartTheme.SUSPENDED;
          };
      renderer.setSeriesPaint(dataset.indexOf(role), colour);
      renderer.setSeriesFillPaint(
          dataset.indexOf(role), role == Role.REFERENCE ? Color.WHITE : colour);
    }
    return renderer;
  }

  private static String capitalised(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ENGLISH) + word.substring(1);
  }

  /** Stretches of suspended periods, each from the edge of its first to the edge of its last. */
  static List<Range> suspendedRuns(List<Point> points) {
    List<Range> runs = new ArrayList<>();
    for (Point point : points) {
      if (point.role() != Role.SUSPENDED) {
        continue;
      }
      double start = point.relativePeriod() - 0.5;
      double end = point.relativePeriod() + 0.5;
      int last = runs.size() - 1;
      if (last >= 0 && runs.get(last).getUpperBound() == start) {
        runs.set(last, new Range(runs.get(last).getLowerBound(), end));
      } else {
        runs.add(new Range(start, end));
      }
    }
    return runs;
  }
}
