package id.dampak.report;

import org.jfree.chart.JFreeChart;

/** A chart that can be drawn in any {@link Canvas}. */
interface Chart {

  /** Unique on the page, letters, digits and hyphens: prefix of every id within the drawing. */
  String id();

  /** What the chart shows, for those who cannot see it. */
  String description();

  /** Height in CSS pixels. */
  int height(Canvas canvas);

  /** The chart, laid out for the canvas. */
  JFreeChart draw(Canvas canvas);
}
