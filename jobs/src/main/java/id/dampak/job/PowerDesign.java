package id.dampak.job;

import id.dampak.error.DampakException;
import id.dampak.error.PowerErrors;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Panel;
import id.dampak.estimate.inference.PlaceboSuspensions;
import id.dampak.estimate.inference.UnitParts;
import id.dampak.job.PowerRow.Basis;
import id.dampak.job.PowerRow.Design;
import id.dampak.method.PlaceboCalendar;
import id.dampak.method.Question;
import id.dampak.panel.Market;
import id.dampak.panel.Observations;
import id.dampak.panel.Observations.Columns;
import id.dampak.panel.Sampler;
import id.dampak.panel.UnitRow;
import id.dampak.study.Method;
import id.dampak.study.Specification;
import id.dampak.study.Specification.Outcome;
import id.dampak.study.Specification.Role;
import id.dampak.study.Study;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads from a study and its market what its power is asked about. */
final class PowerDesign {
  private static final double[] LENGTHS = {0.25, 0.5, 2, 3};

  private final Study study;
  private final Market market;
  private final PowerQuestion question;
  private final Specification specification;

  PowerDesign(Study study, Market market, PowerQuestion question) {
    this.study = study;
    this.market = market;
    this.question = question;
    this.specification = specification();
  }

  PowerReport report() {
    Observations observations = new Sampler(market, study).before(specification);
    Panel panel = observations.panel();
    List<Integer> own =
        observations.suspended().stream().filter(k -> k < specification.lags()).toList();
    int event = observations.eventPeriod();
    PlaceboCalendar dates =
        PlaceboCalendar.of(
            specification, study.period(), event, own.get(own.size() - 1) + 1, question.size());
    PlaceboSuspensions placebos = placebos(observations, own);
    List<Integer> starts = dates.chosen().periods();
    LossShare scale = scale(placebos, panel, starts.get(starts.size() - 1));
    Design design =
        new Design(
            1, new UnitParts(Columns.UNIT, 1, study.seed()).units(panel), own.size(), 1, exposed());
    List<PowerRow> rows =
        new PowerStudy(dates, placebos, question.size(), scale, design)
            .rows(panel, study.seed(), mostExposed());
    return new PowerReport(
        specification.name(),
        question,
        market.periods().get(dates.chosen().first()),
        market.periods().get(event),
        dates.chosen().apart(),
        dates.seasonal().periods().size(),
        dates.sameWeekday(),
        dates.fewest(),
        rows,
        refusal(dates, rows.get(0)));
  }

  /** Dates may be too few, or may be enough but for those on which nothing could be estimated. */
  private Optional<DampakException> refusal(PlaceboCalendar dates, PowerRow own) {
    return own.basis() == Basis.PLACEBO_DATES
        ? Optional.empty()
        : dates
            .refusal()
            .or(
                () ->
                    Optional.of(
                        PowerErrors.tooFewPlacebos(
                            own.placebos(), dates.fewest(), question.size())));
  }

  /** The first result that is an exposure event study, or the one that was named. */
  private Specification specification() {
    List<Specification> designs =
        study.specifications().stream()
            .filter(each -> each.method() == Method.EXPOSURE_EVENT_STUDY)
            .toList();
    Optional<String> named = question.specification();
    if (named.isPresent()) {
      return designs.stream()
          .filter(each -> each.name().equals(named.get()))
          .findFirst()
          .orElseThrow(() -> PowerErrors.noSuchSpecification(named.get(), names(designs)));
    }
    return designs.stream()
        .filter(each -> each.role() == Role.RESULT)
        .findFirst()
        .orElseThrow(() -> PowerErrors.noExposureDesign(names(study.specifications())));
  }

  private static List<String> names(List<Specification> specifications) {
    return specifications.stream().map(Specification::name).toList();
  }

  /** The specification around placebos of the study's event and of longer and shorter ones. */
  private PlaceboSuspensions placebos(Observations observations, List<Integer> own) {
    ExposureEventStudy estimator =
        new Question(study, specification, observations, market.periods().get(0))
            .eventStudy(Optional.empty());
    List<Integer> lengths = lengths(own.size());
    int longest = lengths.stream().mapToInt(length -> length).max().orElse(0);
    return new PlaceboSuspensions(
        estimator,
        specification.leads(),
        Math.max(specification.lags(), longest),
        Stream.concat(
                Stream.of(own),
                lengths.stream().map(length -> IntStream.range(0, length).boxed().toList()))
            .toList());
  }

  private List<Integer> lengths(int own) {
    Stream<Integer> asked =
        question.lengths().isEmpty()
            ? Arrays.stream(LENGTHS).mapToObj(part -> (int) Math.ceil(part * own))
            : question.lengths().stream();
    return asked.filter(length -> length != own).distinct().sorted().toList();
  }

  /**
   * What losing all sales through the feature from a date on would do to the coefficient: the
   * estimate where the outcome is nothing but that loss. What the panel does not allow to estimate
   * is refused here, in words.
   */
  private LossShare scale(PlaceboSuspensions placebos, Panel panel, int start) {
    boolean money = specification.outcome() instanceof Outcome.Level;
    Panel lost =
        panel.with(
            Columns.OUTCOME,
            row ->
                panel.number(Columns.PERIOD, row) < start
                    ? 0
                    : panel.number(Columns.EXPOSURE, row)
                        * (money ? panel.number(Columns.BASELINE, row) : 1));
    double whole = placebos.at(lost, start).effects().get(0).estimate();
    if (!(whole > 0)) {
      throw PowerErrors.noScale(whole);
    }
    return specification.outcome() instanceof Outcome.LogRatio
        ? new LossShare.Logarithmic()
        : new LossShare.Linear(whole);
  }

  private double exposed() {
    double sales = measured().mapToDouble(UnitRow::baseline).sum();
    return measured().mapToDouble(unit -> unit.baseline() * dose(unit)).sum() / sales;
  }

  private double mostExposed() {
    return measured().mapToDouble(PowerDesign::dose).max().orElse(1);
  }

  private Stream<UnitRow> measured() {
    return market.units().stream().filter(unit -> unit.exposure().isPresent());
  }

  private static double dose(UnitRow unit) {
    return unit.exposure().orElse(0);
  }
}
