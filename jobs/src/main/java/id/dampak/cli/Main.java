package id.dampak.cli;

import picocli.CommandLine;

/** The program. */
public final class Main {

  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new DampakCommand());
    commandLine.setParameterExceptionHandler(Failures::misused);
    commandLine.setExecutionExceptionHandler(Failures::failed);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    return commandLine;
  }
}
