package id.dampak.job;

import id.dampak.contract.Landed;
import id.dampak.contract.Table;
import id.dampak.contract.Watermark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How far a table of a study has followed the cleaned tables that it is derived from. */
final class Watermarks {
  private final RunContext run;
  private final Table derived;
  private final List<Table> sources;

  Watermarks(RunContext run, Table derived, Table... sources) {
    this.run = run;
    this.derived = derived;
    this.sources = List.of(sources);
  }

  /**
   * The rows of a source, as they were and as they are, that changed since it was followed; empty
   * where that cannot be told: it never was, or by another plan, or the lake did not keep it, or
   * all is to be derived anyway.
   */
  Optional<Dataset<Row>> changes(Table source) {
    if (run.derivation() == Derivation.OF_EVERYTHING || !run.lake().has(derived)) {
      return Optional.empty();
    }
    if (!run.lake().has(source)) {
      return Optional.of(run.read(source));
    }
    return followed(source)
        .flatMap(version -> run.lake().changes(source, version))
        .map(
            changed ->
                changed.filter(
                    changed.col(Landed.DATASET.name()).equalTo(run.study().cleanedDataset())));
  }

  private Optional<Long> followed(Table source) {
    return run.read(Watermark.TABLE).collectAsList().stream()
        .map(FieldReader::new)
        .filter(mark -> mark.text(Watermark.DERIVED).equals(derived.id()))
        .filter(mark -> mark.text(Watermark.SOURCE).equals(source.id()))
        .filter(mark -> mark.text(Watermark.PLAN).equals(plan(source)))
        .map(mark -> mark.whole(Watermark.VERSION))
        .findFirst();
  }

  /** Notes that the sources have been followed to where they are now. */
  void follow() {
    List<Row> marks = new ArrayList<>();
    sources.stream()
        .filter(run.lake()::has)
        .forEach(
            source ->
                marks.add(
                    new TableRow(Watermark.TABLE)
                        .with(Watermark.STUDY, run.study().id())
                        .with(Watermark.DERIVED, derived.id())
                        .with(Watermark.SOURCE, source.id())
                        .with(Watermark.VERSION, run.lake().version(source))
                        .with(Watermark.PLAN, plan(source))
                        .row()));
    run.write(
        Watermark.TABLE,
        slice -> slice.withTexts(Watermark.DERIVED, List.of(derived.id())),
        run.lake().rows(Watermark.TABLE, marks));
  }

  /**
   * What decides the derived rows beside the version of the source: a table that was made anew
   * counts from 0 again, and what is kept by dataset may have been derived for another study.
   */
  private String plan(Table source) {
    boolean shared = derived.fields().get(0).name().equals(Landed.DATASET.name());
    return String.join(
        " ",
        run.study().hash(),
        CodeVersion.current(),
        run.lake().identity(source).orElse("none"),
        shared ? "version " + run.lake().version(derived) : "of its own");
  }
}
