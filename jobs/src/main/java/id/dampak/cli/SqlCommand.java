package id.dampak.cli;

import id.dampak.error.LakeErrors;
import id.dampak.lake.Catalog;
import id.dampak.lake.Lake;
import java.util.Optional;
import org.apache.spark.SparkThrowable;
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
  private static final String DATA_EXCEPTION = "22";

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
      throw explained(e);
    }
  }

  /**
   * What a query that failed while its rows were read is reported as: the user's error where the
   * values do not allow what it asks of them (SQLSTATE class 22), else as it is.
   */
  private static RuntimeException explained(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SparkThrowable spark
          && String.valueOf(spark.getSqlState()).startsWith(DATA_EXCEPTION)) {
        // Below the first line Spark draws the query, with an arrow under the fault.
        return LakeErrors.badQuery(
            String.valueOf(cause.getMessage()).strip().lines().findFirst().orElse(""));
      }
    }
    return failure;
  }
}
