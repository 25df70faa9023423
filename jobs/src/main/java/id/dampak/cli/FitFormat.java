package id.dampak.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import id.dampak.estimate.Clusters;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Fit;
import id.dampak.estimate.JointTest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** How a fit is printed. */
enum FitFormat {
  TABLE {
    @Override
    void print(FitReport report, PrintWriter out) {
      Fit fit = report.fit();
      out.println(report.method() + ": " + options(report));
      out.println();
      TextTable table = new TextTable(HEADER);
      fit.estimates().forEach(e -> table.add(row(e, FitFormat::rounded)));
      table.print(out);
      report.tables().forEach(t -> list(t, out));
      out.println();
      out.println("observations " + fit.observations() + clusters(fit));
      report.tests().forEach(t -> out.println(test(t)));
      fit.dropped().forEach(d -> out.println("dropped " + d.rows() + " rows: " + d.reason()));
      fit.warnings().forEach(w -> out.println("warning: " + w));
      out.flush();
    }
  },
  JSON {
    @Override
    void print(FitReport report, PrintWriter out) {
      FitJson.write(report, out);
    }
  },
  CSV {
    @Override
    void print(FitReport report, PrintWriter out) {
      try (CsvWriter csv = CsvWriter.builder().build(out)) {
        csv.writeRecord(HEADER);
        report.fit().estimates().forEach(e -> csv.writeRecord(safe(row(e, FitFormat::exact))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      out.flush();
    }
  };

  /** What is printed of an estimate. */
  static final List<String> HEADER =
      List.of("term", "estimate", "std_error", "conf_low", "conf_high", "p_value");

  abstract void print(FitReport report, PrintWriter out);

  private static String test(JointTest test) {
    if (Double.isNaN(test.statistic())) {
      return test.name() + ": not defined";
    }
    double below = test.denominatorDegreesOfFreedom();
    return "%s: F(%d, %s) = %s, p = %s"
        .formatted(
            test.name(),
            test.numeratorDegreesOfFreedom(),
            Double.isInfinite(below) ? "∞" : rounded(below),
            rounded(test.statistic()),
            rounded(test.pValue()));
  }

  private static void list(FitTable rows, PrintWriter out) {
    out.println();
    out.println(rows.name().replace('_', ' '));
    TextTable table = new TextTable(rows.columns());
    rows.rows()
        .forEach(
            row ->
                table.add(
                    row.stream()
                        .map(cell -> cell instanceof Double d ? rounded(d) : cell.toString())
                        .toList()));
    table.print(out);
  }

  private static List<String> row(
      Estimate e, java.util.function.DoubleFunction<String> numberFormat) {
    return Stream.concat(
            Stream.of(e.term()),
            DoubleStream.of(e.estimate(), e.stdError(), e.confLow(), e.confHigh(), e.pValue())
                .mapToObj(numberFormat))
        .toList();
  }

  /** Terms are named by the columns of whoever made the file. */
  private static List<String> safe(List<String> cells) {
    return cells.stream().map(SafeText::inSpreadsheet).toList();
  }

  private static String rounded(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6g", value);
  }

  private static String exact(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }

  private static String options(FitReport report) {
    return report.options().entrySet().stream()
        .map(option -> option.getKey() + " " + option.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String clusters(Fit fit) {
    return fit.clusters().stream()
        .map((Clusters c) -> ", " + c.count() + " clusters of " + c.by())
        .collect(Collectors.joining());
  }
}
