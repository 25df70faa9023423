package id.dampak.contract;

import java.util.Locale;

/** What follows where rows do not meet a rule. */
public enum Severity {
  /** Nothing: a study has accepted the fault and said why. */
  ACCEPT,
  /** It is reported. */
  WARN,
  /** The rows concerned are set aside; only for rules that judge one row at a time. */
  QUARANTINE,
  /** The run ends before anything is computed from the rows. */
  STOP;

  /** The severity in tables and study files. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
