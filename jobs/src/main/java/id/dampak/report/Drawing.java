package id.dampak.report;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.svg.MeetOrSlice;
import org.jfree.svg.PreserveAspectRatio;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/**
 * A chart as SVG markup for one canvas.
 *
 * @param canvas CSS class of the canvas
 * @param description what the chart shows
 * @param svg the markup, safe to place in the page: every text in it was escaped by the library
 */
record Drawing(String canvas, String description, SafeString svg) {
  private static final String FONTS = "system-ui, -apple-system, Segoe UI, Roboto, sans-serif";

  /** The chart on every canvas. */
  static List<Drawing> of(Chart chart) {
    return Arrays.stream(Canvas.values()).map(canvas -> on(canvas, chart)).toList();
  }

  private static Drawing on(Canvas canvas, Chart chart) {
    int width = canvas.width();
    int height = chart.height(canvas);
    String id = chart.id() + "-" + canvas.id();
    SVGGraphics2D graphics = new SVGGraphics2D(width, height);
    // The default prefix is the clock's, which would make every report differ from the last.
    graphics.setDefsKeyPrefix(id + "-");
    graphics.setFontFunction(family -> FONTS);
    graphics.setGeomDoubleConverter(Drawing::coordinate);
    graphics.setTransformDoubleConverter(Drawing::coordinate);
    JFreeChart drawn = chart.draw(canvas);
    drawn.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    String svg =
        graphics.getSVGElement(
            id,
            false,
            new ViewBox(0, 0, width, height),
            PreserveAspectRatio.XMID_YMID,
            MeetOrSlice.MEET);
    return new Drawing(canvas.id(), chart.description(), new SafeString(svg));
  }

  /** A tenth of a pixel is finer than the eye, and keeps the page small. */
  private static String coordinate(double value) {
    return BigDecimal.valueOf(value)
        .setScale(2, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
