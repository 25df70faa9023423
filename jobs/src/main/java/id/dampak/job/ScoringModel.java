package id.dampak.job;

import id.dampak.contract.ContentScore;
import id.dampak.contract.ModelMetric;
import id.dampak.contract.Table;
import id.dampak.lake.Lake;
import id.dampak.lake.TimeTravel;
import id.dampak.privacy.PrivateFiles;
import id.dampak.study.Study;
import id.dampak.text.ModelFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The classifier that scored the sessions of a run. It is a file and no table: a run that trained
 * it can train it again, and for another its study may have trained one anew since.
 */
final class ScoringModel {
  private static final Set<String> SCORED_WITH = Set.of(Pipeline.SCORE, Pipeline.COMPARE_POLICIES);

  private final Lake lake;
  private final RunRecord run;
  private final Study study;

  ScoringModel(Lake lake, RunRecord run, Study study) {
    this.lake = lake;
    this.run = run;
    this.study = study;
  }

  /** The jobs that can be done again; a note says which cannot. */
  List<Job> possible(List<Job> jobs, List<String> notes) {
    Optional<String> needed =
        jobs.contains(Pipeline.named(Pipeline.SCORE)) ? scoredWith() : Optional.empty();
    if (needed.isEmpty() || isTrainedBy(jobs, needed.get()) || isThere(needed.get())) {
      return jobs;
    }
    notes.add(
        "gold.content_score and gold.policy_option are not compared: the model "
            + needed.get()
            + " that scored was not trained by this run, and is not in the lake any more");
    return jobs.stream().filter(job -> !SCORED_WITH.contains(job.name())).toList();
  }

  private boolean isTrainedBy(List<Job> jobs, String model) {
    return jobs.contains(Pipeline.named(Pipeline.TRAIN))
        && values(ModelMetric.TABLE, ModelMetric.MODEL_ID).contains(model);
  }

  private boolean isThere(String model) {
    return ModelFolder.of(lake.root()).usableBy(study.id(), model).isPresent();
  }

  private Optional<String> scoredWith() {
    return values(ContentScore.TABLE, ContentScore.MODEL_ID).stream().findFirst();
  }

  private List<String> values(Table table, id.dampak.contract.Field field) {
    return run.version(table).isEmpty()
            || new TimeTravel(lake).obstacle(table, run.version(table).getAsLong()).isPresent()
        ? List.of()
        : RunContext.slice(study, table)
            .map(slice -> new TimeTravel(lake).rows(table, run.version(table).getAsLong(), slice))
            .map(rows -> rows.select(field.col()).distinct().collectAsList())
            .orElseGet(List::of)
            .stream()
            .map(row -> row.getString(0))
            .toList();
  }

  /**
   * Gives the model that scored to another lake, whose own training then replaces it; a run that
   * scored nothing must not find one.
   */
  void copyTo(Lake other) {
    scoredWith()
        .flatMap(model -> ModelFolder.of(lake.root()).usableBy(study.id(), model))
        .ifPresent(file -> copy(file, ModelFolder.of(other.root()).trainedBy(study.id())));
  }

  private static void copy(Path file, Path to) {
    try {
      PrivateFiles.createFolders(to.resolveSibling("."));
      Files.copy(file, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
