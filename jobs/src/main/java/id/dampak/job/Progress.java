package id.dampak.job;

import java.util.List;

/** Is told what a run is doing; the command line shows it. */
public interface Progress {

  /** A job starts. */
  void started(Job job, int number, int of);

  /** A job took {@code seconds}; {@code lines} say what came of it. */
  void finished(Job job, List<String> lines, double seconds);

  /** Tells nobody. */
  static Progress silent() {
    return new Progress() {
      @Override
      public void started(Job job, int number, int of) {}

      @Override
      public void finished(Job job, List<String> lines, double seconds) {}
    };
  }
}
