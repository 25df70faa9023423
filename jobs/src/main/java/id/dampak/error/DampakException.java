package id.dampak.error;

import java.io.Serial;

/**
 * An error that the user can mend: what went wrong, why, and what to do. The command line prints it
 * without a stack trace and exits with the code of its {@link Kind}. Make one through the factories
 * of this package, so that wording stays in one place.
 */
public final class DampakException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** What kind of thing went wrong, and so which exit code it deserves. */
  public enum Kind {
    /** A file, flag or declaration is wrong. */
    USER(2),
    /** The data contradict a declared check. */
    DATA(3);

    private final int exitCode;

    Kind(int exitCode) {
      this.exitCode = exitCode;
    }

    /** The process exit code that reports this kind. */
    public int exitCode() {
      return exitCode;
    }
  }

  private final Kind kind;
  private final String problem;
  private final String reason;
  private final String remedy;

  DampakException(Kind kind, String problem, String reason, String remedy) {
    super(problem + " " + reason + " " + remedy);
    this.kind = kind;
    this.problem = problem;
    this.reason = reason;
    this.remedy = remedy;
  }

  /** Whether the user or the data are at fault. */
  public Kind kind() {
    return kind;
  }

  /** What went wrong, with the values, as one sentence. */
  public String problem() {
    return problem;
  }

  /** Why it is wrong, as one sentence. */
  public String reason() {
    return reason;
  }

  /** What to do about it, as one sentence. */
  public String remedy() {
    return remedy;
  }
}
