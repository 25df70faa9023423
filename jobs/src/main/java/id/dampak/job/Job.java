package id.dampak.job;

import id.dampak.contract.Table;
import java.util.List;

/**
 * One step of the pipeline.
 *
 * @param name its name on the command line
 * @param summary what it does, in a sentence
 * @param reads tables that it reads
 * @param writes tables that it writes
 * @param action the work; it reads and writes only what is declared here
 */
public record Job(
    String name, String summary, List<Table> reads, List<Table> writes, Action action) {

  /** Canonical constructor; copies the lists. */
  public Job {
    reads = List.copyOf(reads);
    writes = List.copyOf(writes);
  }

  /** The work of a job. */
  @FunctionalInterface
  public interface Action {
    /** Does the work within a run. */
    void run(RunContext run);
  }
}
