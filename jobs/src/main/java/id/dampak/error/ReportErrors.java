package id.dampak.error;

import id.dampak.error.DampakException.Kind;
import java.io.IOException;
import java.nio.file.Path;

/** Errors of the report. */
public final class ReportErrors {

  private ReportErrors() {}

  /** The page was made but could not be stored. */
  public static DampakException cannotWrite(Path file, IOException cause) {
    DampakException error =
        new DampakException(
            Kind.USER,
            "Cannot write the report to " + file + ".",
            "The system says: " + cause + ".",
            "Name a file in a folder that you may write to.");
    error.initCause(cause);
    return error;
  }
}
