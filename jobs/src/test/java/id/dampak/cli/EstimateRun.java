package id.dampak.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/**
 * {@code dampak estimate} within a test.
 *
 * @param code exit code
 * @param printed what it printed
 * @param complaint what it said on the error stream
 */
record EstimateRun(int code, String printed, String complaint) {

  static EstimateRun of(List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command = new CommandLine(new EstimateCommand());
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setParameterExceptionHandler(Failures::misused);
    command.setExecutionExceptionHandler(Failures::failed);
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    int code = command.execute(arguments.toArray(String[]::new));
    return new EstimateRun(code, out.toString(), err.toString());
  }
}
