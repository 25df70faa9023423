package id.dampak.cli;

import id.dampak.error.DampakException;
import id.dampak.lake.Damage;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Turns failures into messages and exit codes: 1 for a bug, 2 for the user's error, 3 for data that
 * fail a declared check.
 */
final class Failures {
  private static final int BUG = 1;
  private static final int MISUSED = 2;

  /** Characters of a sentence: a header of a million columns would bury the others. */
  private static final int LONGEST = 4000;

  private Failures() {}

  static int misused(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("dampak: " + failure.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
    err.println("Try \"" + command.getCommandSpec().qualifiedName() + " --help\" for the flags.");
    return MISUSED;
  }

  static int failed(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    Optional<DampakException> known = known(failure).or(() -> Damage.in(failure));
    if (known.isPresent()) {
      DampakException error = known.get();
      err.println("dampak: " + Printable.of(error.problem(), LONGEST));
      err.println("  why:    " + Printable.of(error.reason(), LONGEST));
      err.println("  remedy: " + Printable.of(error.remedy(), LONGEST));
      return error.kind().exitCode();
    }
    err.println("dampak: this is a bug in Dampak; please report it with the lines below.");
    failure.printStackTrace(err);
    return BUG;
  }

  /** Spark wraps what a task throws; the user's error is somewhere in the chain of causes. */
  private static Optional<DampakException> known(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DampakException error) {
        return Optional.of(error);
      }
    }
    return Optional.empty();
  }
}
