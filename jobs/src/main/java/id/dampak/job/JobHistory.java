package id.dampak.job;

import id.dampak.contract.JobRun;
import id.dampak.contract.Run;
import id.dampak.lake.Lake;
import id.dampak.study.Study;
import java.util.Optional;

/** Looks up what earlier runs noted down. */
final class JobHistory {
  private JobHistory() {}

  /** How the rows of an input fared when a run of the study last cleaned them. */
  static Optional<Tally> latest(Lake lake, Study study, String input) {
    return lake
        .read(JobRun.TABLE)
        .join(
            lake.read(Run.TABLE)
                .filter(Run.STUDY.col().equalTo(study.id()))
                .select(Run.RUN_ID.col()),
            new String[] {JobRun.RUN_ID.name()},
            "left_semi")
        .filter(JobRun.JOB.col().equalTo(Pipeline.CLEAN).and(JobRun.SUBJECT.col().equalTo(input)))
        .orderBy(JobRun.RUN_ID.col().desc())
        .limit(1)
        .collectAsList()
        .stream()
        .map(FieldReader::new)
        .map(
            row ->
                new Tally(
                    row.text(JobRun.SUBJECT),
                    row.whole(JobRun.ROWS_IN),
                    row.whole(JobRun.ROWS_OUT),
                    row.whole(JobRun.ROWS_QUARANTINED),
                    row.whole(JobRun.ROWS_DUPLICATE)))
        .findFirst();
  }
}
