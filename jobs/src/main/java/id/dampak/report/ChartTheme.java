package id.dampak.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;

/** The look of all charts; the colours are those of {@code style.peb}. */
final class ChartTheme {
  static final Color INK = new Color(0x33, 0x41, 0x55);
  static final Color GRID = new Color(0xe5, 0xe9, 0xef);
  static final Color ZERO = new Color(0x64, 0x74, 0x8b);
  static final Color ORDINARY = new Color(0x1d, 0x4e, 0x89);
  static final Color SUSPENDED = new Color(0xb4, 0x53, 0x09);
  static final Color SHADE = new Color(0xfd, 0xf0, 0xd5);
  private static final BasicStroke HAIRLINE = new BasicStroke(1);

  private ChartTheme() {}

  static Font font(Canvas canvas) {
    return new Font(Font.SANS_SERIF, Font.PLAIN, canvas.fontSize());
  }

  /** An axis that holds zero and all values, with round ticks and at most this many of them. */
  static NumberAxis numberAxis(
      Canvas canvas, Scale.Notation notation, DoubleStream values, int mostTicks) {
    DoubleSummaryStatistics seen =
        DoubleStream.concat(DoubleStream.of(0), values).summaryStatistics();
    // Without any spread the axis still needs a length to be drawn.
    double length = seen.getMax() > seen.getMin() ? seen.getMax() - seen.getMin() : 1;
    NumberAxis axis = new NumberAxis();
    axis.setRange(seen.getMin() - 0.04 * length, seen.getMax() + 0.04 * length);
    TickUnit step = NumberAxis.createStandardTickUnits().getCeilingTickUnit(length / mostTicks);
    axis.setTickUnit(new NumberTickUnit(step.getSize()));
    axis.setNumberFormatOverride(new TickFormat(notation.bare()));
    style(axis, canvas);
    return axis;
  }

  static void style(ValueAxis axis, Canvas canvas) {
    axis.setTickLabelFont(font(canvas));
    axis.setTickLabelPaint(INK);
    axis.setLabelFont(font(canvas));
    axis.setLabelPaint(INK);
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
  }

  /** Dots with whiskers and no lines between them. */
  static XYErrorRenderer renderer(double dotSize, double lineWidth) {
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setCapLength(0);
    renderer.setErrorStroke(
        new BasicStroke((float) lineWidth, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    renderer.setDefaultLinesVisible(false);
    renderer.setDefaultShape(dot(dotSize));
    renderer.setAutoPopulateSeriesShape(false);
    return renderer;
  }

  static Shape dot(double size) {
    return new Ellipse2D.Double(-size / 2, -size / 2, size, size);
  }

  /** A colour for areas on which lines have to be seen. */
  static Color soft(Color colour) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 140);
  }

  static ValueMarker zeroLine() {
    return new ValueMarker(0, ZERO, HAIRLINE);
  }

  static JFreeChart chart(XYPlot plot) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinePaint(GRID);
    plot.setRangeGridlinePaint(GRID);
    plot.setDomainGridlineStroke(HAIRLINE);
    plot.setRangeGridlineStroke(HAIRLINE);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setInsets(new RectangleInsets(8, 2, 2, 20));
    JFreeChart chart = new JFreeChart(null, font(Canvas.WIDE), plot, false);
    chart.setBackgroundPaint(null);
    return chart;
  }

  static void addZeroLineAcrossRange(XYPlot plot) {
    plot.addRangeMarker(zeroLine(), Layer.BACKGROUND);
  }

  static void addZeroLineAcrossDomain(XYPlot plot) {
    plot.addDomainMarker(zeroLine(), Layer.BACKGROUND);
  }
}
