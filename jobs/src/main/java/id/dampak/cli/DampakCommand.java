package id.dampak.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The top of the command line. */
@Command(
    name = "dampak",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Measures what the suspension of a live feature costs small businesses,",
      "and what targeted moderation would have cost instead."
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 a bug in Dampak, 2 something to mend in the call or its files,",
      "3 data that fail a declared check.",
      "",
      "Example: dampak run"
    },
    subcommands = {
      RunCommand.class,
      JobsCommand.class,
      DescribeCommand.class,
      FormatsCommand.class,
      SqlCommand.class,
      HistoryCommand.class,
      DiffCommand.class,
      ReproduceCommand.class,
      MaintainCommand.class,
      EstimateCommand.class,
      PowerCommand.class,
      TrainCommand.class,
      ScoreCommand.class,
      SimulateCommand.class,
      KeyCommand.class,
      PrivacyCommand.class
    })
final class DampakCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command.");
  }
}
