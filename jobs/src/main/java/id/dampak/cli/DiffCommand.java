package id.dampak.cli;

import id.dampak.error.CommandErrors;
import id.dampak.job.RunDiff;
import id.dampak.job.RunHistory;
import id.dampak.lake.Lake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two runs. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Says what changed from one run to another: in the data that counted, in the study,",
      "in the program, in the results. Rows are told apart by the key of their table."
    },
    footer = {
      "",
      "A run is named by its identifier, the beginning of it, \"latest\", or \"latest~1\" for the",
      "one before.",
      "",
      "Example: dampak diff latest~1 latest --rows 20"
    })
final class DiffCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin LakeOption lake = new LakeOption();

  @Parameters(index = "0", paramLabel = "RUN_A", description = "The earlier run.")
  String before = "";

  @Parameters(index = "1", paramLabel = "RUN_B", description = "The later run.")
  String after = "";

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "5",
      description = "Rows to show of each table and kind (default: ${DEFAULT-VALUE}).")
  int rows = 5;

  @Override
  public void run() {
    if (rows < 0) {
      throw CommandErrors.numberTooLow("--rows", rows, 0);
    }
    Sessions.with(
        session -> {
          Lake opened = new Lake(session, lake.path());
          RunHistory history = new RunHistory(opened);
          RunDiff diff = RunDiff.of(opened, history.find(before), history.find(after), rows);
          new DiffText(spec.commandLine().getOut()).print(diff);
        });
  }
}
