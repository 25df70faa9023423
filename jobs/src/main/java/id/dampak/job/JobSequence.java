package id.dampak.job;

import id.dampak.contract.Quarantine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Does jobs one after the other, and tells Spark and those who watch which one it is at. */
final class JobSequence {
  private static final double NANOS_PER_SECOND = 1e9;

  private final RunContext run;
  private final Progress progress;

  /** A sequence within a run. */
  JobSequence(RunContext run, Progress progress) {
    this.run = run;
    this.progress = progress;
  }

  /**
   * What came of a job.
   *
   * @param tallies how the rows fared that it handled
   * @param seconds how long it took
   */
  record Done(Job job, List<Tally> tallies, double seconds) {
    Done {
      tallies = List.copyOf(tallies);
    }
  }

  /** Does the jobs, in their order. */
  List<Done> run(List<Job> jobs) {
    List<Done> done = new ArrayList<>();
    for (Job job : jobs) {
      progress.started(job, done.size() + 1, jobs.size());
      run.session().sparkContext().setJobDescription(job.name() + ": " + job.summary());
      long start = System.nanoTime();
      job.action().run(run);
      double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
      List<Tally> tallies = run.drainTallies();
      progress.finished(job, lines(job, tallies, run.drainNotes()), seconds);
      done.add(new Done(job, tallies, seconds));
    }
    return done;
  }

  private static List<String> lines(Job job, List<Tally> tallies, List<String> notes) {
    boolean setsRowsAside = job.writes().contains(Quarantine.TABLE);
    return Stream.concat(
            tallies.stream().map(setsRowsAside ? Tally::account : Tally::size), notes.stream())
        .toList();
  }
}
