package id.dampak.cli;

import java.nio.file.Path;

/**
 * Runs some commands once, for the launcher: the classes that they load become the archives from
 * which later starts are faster. What is printed is of no interest.
 */
final class Rehearsal {

  private Rehearsal() {}

  /**
   * Rehearses.
   *
   * @param arguments the {@link Part}, and an empty folder to write to
   */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[1]);
    switch (Part.valueOf(arguments[0])) {
      case SHORT -> shortCommands(folder);
      case SPARK -> sparkCommands(folder);
    }
    System.exit(0);
  }

  /** Which commands. */
  enum Part {
    /** Those that need no Spark session. */
    SHORT,
    /** Those that do: a session, the first writes to Delta, a query. */
    SPARK
  }

  private static void shortCommands(Path folder) {
    Main.run("--help");
    Main.run("--version");
    Main.run("jobs");
    Main.run("describe", "gold.estimate");
    Main.run("score", "--help");
    Main.run(
        "estimate",
        folder.resolve("panel.csv").toString(),
        "--method=feols",
        "--outcome=y",
        "--regressors=x",
        "--fe=unit,time",
        "--cluster=unit");
  }

  private static void sparkCommands(Path folder) {
    String lake = "--lake=" + folder.resolve("lake");
    Path market = folder.resolve("market");
    Main.run("simulate", "--merchants=20", "--days=84", "--seed=1", "--out=" + market);
    Main.run(
        "run",
        lake,
        "--only=land",
        "--input=transactions=" + market.resolve("transactions*.csv.gz"),
        "--input=merchants=" + market.resolve("merchants.csv"),
        "--input=sessions=" + market.resolve("live_sessions.csv"));
    Main.run("sql", lake, "SELECT count(*) FROM bronze.transaction");
  }
}
