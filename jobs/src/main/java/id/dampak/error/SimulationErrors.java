package id.dampak.error;

import id.dampak.error.DampakException.Kind;
import java.nio.file.Path;

/** Errors of the simulator: a setting makes no market, or the market cannot be written. */
public final class SimulationErrors {

  private SimulationErrors() {}

  /** {@code option} was given {@code value}, which lies outside what is {@code allowed}. */
  public static DampakException optionOutOfRange(String option, Object value, String allowed) {
    return new DampakException(
        Kind.USER,
        "Cannot simulate a market with " + option + " " + value + ".",
        "It must be " + allowed + ".",
        "Give " + option + " a value in that range.");
  }

  /** {@code directory} holds files that the simulator did not write. */
  public static DampakException directoryInUse(Path directory) {
    return new DampakException(
        Kind.USER,
        "Cannot write a market to " + directory + ".",
        "The directory holds files that no earlier simulation left there.",
        "Name an empty or new directory.");
  }

  /** Writing below {@code directory} failed. */
  public static DampakException cannotWrite(Path directory, Exception cause) {
    DampakException error =
        new DampakException(
            Kind.USER,
            "Cannot write a market to " + directory + ".",
            "The system says: " + cause + ".",
            "Make room there or name another directory, and run it again.");
    error.initCause(cause);
    return error;
  }
}
