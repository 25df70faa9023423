package id.dampak.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The program within a test: what it is told, what it says, and its exit code. */
public final class Terminal {
  private Terminal() {}

  /**
   * How a call ended.
   *
   * @param code exit code
   * @param err what it said of how it went
   */
  public record Outcome(int code, String err) {}

  /** Calls the program; its results are dropped. */
  public static Outcome call(String... arguments) {
    PrintStream usualErr = System.err;
    PrintStream usualOut = System.out;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    try {
      return new Outcome(Main.run(arguments), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(usualErr);
      System.setOut(usualOut);
    }
  }
}
