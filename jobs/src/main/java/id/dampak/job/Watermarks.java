package id.dampak.job;

import id.dampak.contract.Landed;
import id.dampak.contract.Table;
import id.dampak.contract.Watermark;
import id.dampak.lake.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How far tables of a study have followed the cleaned tables that they are derived from. */
final class Watermarks {
  private final RunContext run;
  private final List<Table> derived;
  private final List<Table> sources;
  private final Intent intent;
  private Optional<List<FieldReader>> marks = Optional.empty();

  /**
   * Marks of tables that are derived together.
   *
   * @param derived the tables; the marks go by the first
   */
  Watermarks(RunContext run, List<Table> derived, List<Table> sources) {
    this.run = run;
    this.derived = List.copyOf(derived);
    this.sources = List.copyOf(sources);
    this.intent = run.lake().intent(name(), run.study().id());
  }

  /**
   * The rows of a source, as they were and as they are, that changed since it was followed; empty
   * where that cannot be told: it never was, or by another plan, or the lake did not keep it, or
   * all is to be derived anyway.
   */
  Optional<Dataset<Row>> changes(Table source) {
    if (mustDerive()) {
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

  /** Whether a source is as it was when it was followed, so that its part need not be derived. */
  boolean isFollowed(Table source) {
    if (mustDerive()) {
      return false;
    }
    return run.lake().has(source)
        ? followed(source).equals(Optional.of(run.lake().version(source)))
        : marks(source).isEmpty();
  }

  private boolean mustDerive() {
    return run.derivation() == Derivation.OF_EVERYTHING
        || !derived.stream().allMatch(run.lake()::has)
        || intent.forbidsAdding(this::plan);
  }

  private Optional<Long> followed(Table source) {
    return marks(source).stream()
        .filter(mark -> mark.text(Watermark.PLAN).equals(plan(source)))
        .map(mark -> mark.whole(Watermark.VERSION))
        .findFirst();
  }

  private List<FieldReader> marks(Table source) {
    if (marks.isEmpty()) {
      marks = Optional.of(run.collect(Watermark.TABLE).stream().map(FieldReader::new).toList());
    }
    return marks.get().stream()
        .filter(mark -> mark.text(Watermark.DERIVED).equals(name()))
        .filter(mark -> mark.text(Watermark.SOURCE).equals(source.id()))
        .toList();
  }

  /** Notes that the tables are about to be derived. */
  void begin() {
    intent.begin(plan(), mustDerive());
  }

  /** Notes that the sources have been followed to where they are now. */
  void follow() {
    if (!sources.stream().allMatch(this::isFollowed)) {
      mark();
    }
    intent.fulfil();
  }

  private void mark() {
    List<Row> rows = new ArrayList<>();
    sources.stream()
        .filter(run.lake()::has)
        .forEach(
            source ->
                rows.add(
                    new TableRow(Watermark.TABLE)
                        .with(Watermark.STUDY, run.study().id())
                        .with(Watermark.DERIVED, name())
                        .with(Watermark.SOURCE, source.id())
                        .with(Watermark.VERSION, run.lake().version(source))
                        .with(Watermark.PLAN, plan(source))
                        .row()));
    run.write(
        Watermark.TABLE,
        slice -> slice.withTexts(Watermark.DERIVED, List.of(name())),
        run.lake().rows(Watermark.TABLE, rows));
  }

  private String name() {
    return derived.get(0).id();
  }

  private Set<String> plan() {
    return sources.stream()
        .map(source -> source.id() + " " + plan(source))
        .collect(Collectors.toSet());
  }

  /**
   * What decides the derived rows beside the version of the source: a source that was made anew
   * counts from 0 again, a derived table that was made anew for another study has no rows of this
   * one, and what is kept by dataset may have been derived for another study.
   */
  private String plan(Table source) {
    Table first = derived.get(0);
    return String.join(
        " ",
        run.study().hash(),
        CodeVersion.current(),
        run.lake().identity(source).orElse("none"),
        derived.stream()
            .map(table -> run.lake().identity(table).orElse("none"))
            .collect(Collectors.joining(" ")),
        first.isShared() ? "version " + run.lake().version(first) : "of its own");
  }
}
