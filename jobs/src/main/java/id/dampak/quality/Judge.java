package id.dampak.quality;

import id.dampak.contract.Rule;
import id.dampak.contract.Severity;
import id.dampak.contract.Table;
import id.dampak.contract.Tables;
import id.dampak.quality.Outcome.Found;
import id.dampak.study.Input;
import id.dampak.study.QualityRules;
import id.dampak.study.Study;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Applies the rules of a study's tables to their profile. Knows no Spark: a profile is small. */
public final class Judge {
  private final Study study;
  private final LocalDate today;
  private final Periods periods;
  private final Map<String, List<String>> merchantColumns;

  /**
   * A judge for a study.
   *
   * @param today last day of which there could be rows
   */
  public Judge(Study study, LocalDate today) {
    this.study = study;
    this.today = today;
    this.periods = new Periods(study);
    this.merchantColumns = Periods.merchantColumns(study);
  }

  /** The tables of silver that a study has inputs for. */
  public static List<Table> tables(Study study) {
    return study.inputs().stream().map(Judge::table).distinct().toList();
  }

  /** The table of silver that an input's rows are for. */
  static Table table(Input input) {
    return Tables.named("silver." + input.target().name().toLowerCase(Locale.ROOT)).orElseThrow();
  }

  /** The verdicts on every rule of every table, the table's in the order of its contract. */
  public List<Verdict> verdicts(List<Count> profile) {
    return tables(study).stream()
        .flatMap(
            table -> {
              Counts counts = new Counts(table.name(), profile);
              return table.rules().stream().flatMap(rule -> verdicts(table, rule, counts));
            })
        .toList();
  }

  private Stream<Verdict> verdicts(Table table, Rule rule, Counts counts) {
    double threshold = study.quality().threshold(table, rule);
    Outcome outcome = outcome(table, rule, counts, threshold);
    if (outcome.found().isEmpty()) {
      return Stream.of(
          new Verdict(
              table.id(),
              rule.name(),
              "*",
              true,
              study.quality().severity(table, rule),
              outcome.worst(),
              threshold,
              0,
              outcome.fine()));
    }
    return outcome.found().stream().map(found -> verdict(table, rule, threshold, found));
  }

  private Verdict verdict(Table table, Rule rule, double threshold, Found found) {
    Optional<QualityRules.Change> change = study.quality().change(table, rule, found.subject());
    Severity severity = change.flatMap(QualityRules.Change::severity).orElse(rule.severity());
    String accepted =
        severity == Severity.ACCEPT
            ? change.map(each -> "; accepted: " + each.reason()).orElse("")
            : "";
    return new Verdict(
        table.id(),
        rule.name(),
        found.subject(),
        false,
        severity,
        OptionalDouble.of(found.measured()),
        threshold,
        found.rows(),
        found.finding() + accepted);
  }

  private Outcome outcome(Table table, Rule rule, Counts counts, double threshold) {
    Rule.Measure measure = rule.measure();
    return switch (measure.kind()) {
      case REPEATED_KEYS -> RowJudgements.repeatedKeys(counts, threshold);
      case BROKEN -> RowJudgements.broken(rule, (Rule.Broken) measure, counts, threshold);
      case ORPHANS -> orphans(rule, (Rule.Orphans) measure, counts, threshold);
      case MISSING ->
          Gaps.outcome(counts, ((Rule.Missing) measure).column().name(), periods, threshold);
      case BEHIND -> behind(counts, threshold);
      case VOLUME -> Volumes.outcome(counts.rowsByPeriod(periods), periods, threshold);
      case SCALE ->
          Scales.outcome(counts, ((Rule.Scale) measure).amount().name(), periods, threshold);
      case DRIFT ->
          Shares.outcome(counts, ((Rule.Drift) measure).column().name(), periods, threshold);
      case ONE_PERIOD -> Releases.outcome(counts, periods, threshold);
      case REPEATS -> Repeated.outcome(counts, periods, threshold);
      case SET_ASIDE -> SetAsideJudgements.byReason(counts, threshold);
      case SET_ASIDE_SHARE -> SetAsideJudgements.byFile(counts, threshold);
      case SET_ASIDE_IN_A_ROW -> SetAsideJudgements.inARow(counts, merchantColumns, threshold);
      case UNKNOWN_COLUMNS -> UnknownColumns.outcome(table, study, counts, threshold);
    };
  }

  private Outcome orphans(Rule rule, Rule.Orphans orphans, Counts counts, double threshold) {
    return tables(study).contains(orphans.parent())
        ? RowJudgements.orphans(rule, orphans, counts, threshold)
        : Outcome.notMeasured("the study has no input for " + orphans.parent());
  }

  private Outcome behind(Counts counts, double threshold) {
    Optional<LocalDate> latest =
        counts.rowsByPeriod(periods).keySet().stream().max(LocalDate::compareTo);
    if (latest.isEmpty()) {
      return Outcome.notMeasured("no row lies in the window of the study");
    }
    LocalDate end = periods.window().until().minusDays(1);
    LocalDate expected = periods.of(end.isBefore(today) ? end : today);
    long behind = Math.max(0, periods.between(latest.get(), expected));
    return Outcome.above(
        threshold,
        List.of(
            new Found(
                periods.text(latest.get()),
                behind,
                0,
                "the latest rows are of %s, %d periods before %s"
                    .formatted(periods.text(latest.get()), behind, periods.text(expected)))),
        "the latest rows are of " + periods.text(latest.get()));
  }
}
