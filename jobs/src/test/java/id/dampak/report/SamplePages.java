package id.dampak.report;

import java.nio.file.Path;

/** Writes sample pages to look at in a browser: {@code SamplePages FOLDER}. */
final class SamplePages {
  private SamplePages() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    ReportWriter.write(SampleReport.full(28, 14), folder.resolve("sample.html"));
    ReportWriter.write(SampleReport.full(100, 60), folder.resolve("sample-100-periods.html"));
    ReportWriter.write(
        SampleReport.withoutEstimates(), folder.resolve("sample-without-estimates.html"));
  }
}
