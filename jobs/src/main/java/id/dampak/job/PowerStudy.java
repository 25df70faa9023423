package id.dampak.job;

import id.dampak.error.PowerErrors;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Panel;
import id.dampak.estimate.inference.PlaceboPower;
import id.dampak.estimate.inference.PlaceboSuspensions;
import id.dampak.estimate.inference.PlaceboSuspensions.Placebos;
import id.dampak.estimate.inference.StandardErrorPower;
import id.dampak.estimate.inference.UnitParts;
import id.dampak.job.PowerRow.Basis;
import id.dampak.job.PowerRow.Design;
import id.dampak.method.PlaceboCalendar;
import id.dampak.panel.Observations.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The curves of one specification: of its own design, and of others beside it. */
final class PowerStudy {
  /** Every unit falls into one of so many samples: of a tenth, a quarter, a half, and of all. */
  private static final List<Integer> PARTS = List.of(10, 4, 2);

  private static final List<Double> MORE_UNITS = List.of(2.0, 4.0);
  private static final List<Double> EXPOSURES = List.of(0.25, 0.5, 1.5, 2.0);

  /** The event of the study stands first among those whose effects are told. */
  private static final int OWN = 0;

  private final PlaceboCalendar dates;
  private final PlaceboSuspensions placebos;
  private final double size;
  private final LossShare scale;
  private final Design own;

  /**
   * A study.
   *
   * @param placebos its specification, with its own event first among the events
   * @param own its own design
   */
  PowerStudy(
      PlaceboCalendar dates,
      PlaceboSuspensions placebos,
      double size,
      LossShare scale,
      Design own) {
    this.dates = dates;
    this.placebos = placebos;
    this.size = size;
    this.scale = scale;
    this.own = own;
  }

  /**
   * One sample of the units.
   *
   * @param placebos what its study finds on each date
   */
  private record Sampled(long units, List<Placebos> placebos) {}

  /**
   * Its own design first; where placebo dates tell that one, the same by its standard error second.
   *
   * @param panel observations before the suspension
   * @param mostExposed the largest exposure of a unit: none may come to more than 1
   */
  List<PowerRow> rows(Panel panel, long seed, double mostExposed) {
    List<Sampled> all = sampled(panel, new UnitParts(Columns.UNIT, 1, seed));
    List<PowerRow> rows = new ArrayList<>();
    PowerRow whole = row(all, OWN, own).orElseThrow(PowerErrors::noStandardError);
    rows.add(whole);
    if (whole.basis() == Basis.PLACEBO_DATES) {
      byStandardError(all, OWN, own).ifPresent(rows::add);
    }
    for (int parts : PARTS) {
      List<Sampled> samples = sampled(panel, new UnitParts(Columns.UNIT, parts, seed));
      long units = Math.round(samples.stream().mapToLong(Sampled::units).average().orElse(0));
      row(samples, OWN, own.withUnits(1.0 / parts, units)).ifPresent(rows::add);
    }
    more(whole).forEach(rows::add);
    for (int event = OWN + 1; event < placebos.events().size(); event++) {
      row(all, event, own.lasting(placebos.events().get(event).size())).ifPresent(rows::add);
    }
    exposures(whole, mostExposed).forEach(rows::add);
    return rows;
  }

  /** By the square root of their number: the least that it can be, see the methods page. */
  private Stream<PowerRow> more(PowerRow row) {
    return MORE_UNITS.stream()
        .map(
            more ->
                row.scaled(
                    1 / Math.sqrt(more),
                    Basis.EXTRAPOLATED,
                    own.withUnits(more, Math.round(more * own.units()))));
  }

  /** Exact: to multiply a regressor divides its coefficient, whatever the noise. */
  private Stream<PowerRow> exposures(PowerRow row, double mostExposed) {
    return EXPOSURES.stream()
        .filter(multiple -> multiple * mostExposed <= 1)
        .map(multiple -> row.scaled(1 / multiple, row.basis(), own.exposed(multiple)));
  }

  private List<Sampled> sampled(Panel panel, UnitParts parts) {
    return parts.of(panel).stream()
        .map(part -> new Sampled(parts.units(part), placebos.at(part, dates.starts())))
        .toList();
  }

  private Optional<PowerRow> row(List<Sampled> samples, int event, Design design) {
    List<List<Double>> enough =
        samples.stream()
            .map(sample -> effects(sample, event).map(Estimate::estimate).toList())
            .filter(estimates -> estimates.size() >= dates.fewest())
            .toList();
    if (enough.isEmpty()) {
      return byStandardError(samples, event, design);
    }
    return Optional.of(
        new PowerRow(
            design,
            Basis.PLACEBO_DATES,
            enough.stream().mapToInt(List::size).max().orElse(0),
            PlaceboPower.of(size, enough),
            scale));
  }

  /** The mean variance stands for that of a date. */
  private Optional<PowerRow> byStandardError(List<Sampled> samples, int event, Design design) {
    double variance =
        samples.stream()
            .flatMap(sample -> effects(sample, event))
            .mapToDouble(effect -> effect.stdError() * effect.stdError())
            .filter(square -> !Double.isNaN(square))
            .average()
            .orElse(Double.NaN);
    double degreesOfFreedom =
        samples.stream()
            .flatMap(sample -> sample.placebos().stream())
            .mapToDouble(Placebos::degreesOfFreedom)
            .filter(degrees -> degrees > 0)
            .min()
            .orElse(Double.NaN);
    if (!(variance > 0) || Double.isNaN(degreesOfFreedom)) {
      return Optional.empty();
    }
    long most =
        samples.stream().mapToLong(sample -> effects(sample, event).count()).max().orElse(0);
    return Optional.of(
        new PowerRow(
            design,
            Basis.STANDARD_ERROR,
            (int) most,
            new StandardErrorPower(Math.sqrt(variance), degreesOfFreedom, size),
            scale));
  }

  private static Stream<Estimate> effects(Sampled sample, int event) {
    return sample.placebos().stream()
        .map(found -> found.effects().get(event))
        .filter(effect -> !Double.isNaN(effect.estimate()));
  }
}
