package id.dampak.job;

import id.dampak.bronze.SourceFile;
import id.dampak.error.DampakException;
import id.dampak.study.Input;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What keeps files from landing: each stops itself, and not those of its input or of another. */
final class FileFaults {
  private final RunContext run;
  private final Set<Input> inputs = new LinkedHashSet<>();

  FileFaults(RunContext run) {
    this.run = run;
  }

  /** Leaves a file out; the run goes on, and ends with its fault. */
  void leaveOut(Input input, DampakException fault) {
    inputs.add(input);
    run.fault(fault);
  }

  /**
   * The inputs that the run cannot go on without: nothing that they were given can be used, and
   * nothing else may stand for it. A snapshot replaces all that came before it.
   *
   * @param usable what is left of the files of each input
   * @param landed all that has landed
   */
  Set<Input> missed(Map<Input, List<SourceFile>> usable, LandedFiles landed) {
    return inputs.stream()
        .filter(input -> usable.getOrDefault(input, List.of()).isEmpty())
        .filter(input -> !input.target().mayBeAbsent())
        .filter(
            input ->
                switch (input.delivery()) {
                  case SNAPSHOT -> true;
                  case INCREMENTS -> landed.hashes(input).isEmpty();
                })
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
