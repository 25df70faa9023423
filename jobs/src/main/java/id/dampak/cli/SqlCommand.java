package id.dampak.cli;

import id.dampak.lake.Catalog;
import id.dampak.lake.Lake;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Queries the lake. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description = "Runs a query over the tables of the lake, by name.",
    footer = {
      "",
      "Example: dampak sql \"SELECT term, estimate, conf_low, conf_high FROM gold.estimate\""
    })
final class SqlCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin LakeOption lake = new LakeOption();

  @Parameters(paramLabel = "QUERY", description = "A SELECT over tables such as gold.estimate.")
  String query = "";

  @Option(
      names = "--as-of",
      paramLabel = "VERSION|TIMESTAMP",
      description =
          "Read every table as it was: a Delta version, or a time such as 2025-09-04T08:00:00Z.")
  @Nullable String asOf;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  RowFormat format = RowFormat.TABLE;

  @Override
  public void run() {
    Sessions.with(
        session ->
            print(
                new Catalog(new Lake(session, lake.path()))
                    .query(query, Optional.ofNullable(asOf))));
  }

  private void print(Dataset<Row> rows) {
    try {
      format.print(rows, spec.commandLine().getOut());
    } catch (RuntimeException e) {
      throw Catalog.explained(e);
    }
  }
}
