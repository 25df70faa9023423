package id.dampak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.text.Measure;
import id.dampak.text.Metric;
import id.dampak.text.RegexBaseline;
import id.dampak.text.TextModel;
import id.dampak.text.TextModelFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricTablesTest {
  @TempDir Path folder;

  @Test
  void theModelStandsBesideTheWordListInTheSameMeasureAndSlice() throws IOException {
    TextModel model = model();
    String id = model.id();

    List<String> lines =
        printed(
            model,
            metric(id, Metric.ALL, Measure.RECALL, 0.75),
            metric(RegexBaseline.ID, Metric.ALL, Measure.RECALL, 0.5),
            // A slice shows the share decided rightly and nothing else.
            metric(id, "negation", Measure.ACCURACY, 0.25),
            metric(id, "negation", Measure.RECALL, 0.125),
            new Metric(id, "unseen", Metric.ALL, Measure.ROC_AUC, OptionalDouble.empty(), 40));

    assertThat(lines)
        .containsExactly(
            "",
            "unseen (flagged from 0.600 up)",
            "slice     texts  measure   model  word list",
            "────────  ─────  ────────  ─────  ─────────",
            "all       40     recall    0.750  0.500",
            "negation  40     accuracy  0.250  –",
            "all       40     roc_auc   –      –");
  }

  private static Metric metric(String model, String slice, Measure measure, double value) {
    return new Metric(model, "unseen", slice, measure, OptionalDouble.of(value), 40);
  }

  private static List<String> printed(TextModel model, Metric... metrics) {
    StringWriter out = new StringWriter();
    MetricTables.print(model, List.of(metrics), new PrintWriter(out));
    return out.toString().lines().toList();
  }

  private TextModel model() throws IOException {
    Path file = folder.resolve("m.tsv.gz");
    String text =
        """
        dampak-text-model\t1
        intercept\t-1.0
        calibration\t1.0\t0.0
        thresholds\t0.9\t0.6\t0.4
        WORD\tbakar\t1.0\t3.0
        """;
    try (GZIPOutputStream zipped = new GZIPOutputStream(Files.newOutputStream(file))) {
      zipped.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return TextModelFile.read(file);
  }
}
