package id.dampak.panel;

import id.dampak.estimate.Panel;
import id.dampak.study.Accounting;
import id.dampak.study.Exposure;
import id.dampak.study.Method;
import id.dampak.study.MethodOptions;
import id.dampak.study.Period;
import id.dampak.study.QualityRules;
import id.dampak.study.Specification;
import id.dampak.study.Specification.Aggregation;
import id.dampak.study.Specification.Clip;
import id.dampak.study.Specification.FixedEffectDegrees;
import id.dampak.study.Specification.Outcome;
import id.dampak.study.Specification.Role;
import id.dampak.study.Study;
import id.dampak.study.SuspensionFilter;
import id.dampak.study.Window;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Five days, two regions, three merchants. The feature is off in north on days 3 and 4, for half
 * and for all of the day. Of ani's sales 6, 9 and 2 went through the feature.
 *
 * <pre>
 *            day    0   1   2   3   4    seat   baseline  exposure  at risk
 *  ani             10   0  20   5   .    north        10       0.5  days 0 to 4
 *  budi             .   .   8   8   8    south         4       0    days 2 to 4
 *  citra            1   .   .   .   .    north         0      none  days 0 to 4
 * </pre>
 */
final class MarketExample {
  private static final LocalDate FIRST = LocalDate.of(2025, 8, 27);
  static final int DAYS = 5;
  static final int NORTH = 0;
  static final int SOUTH = 1;

  private MarketExample() {}

  static Market market() {
    return market(0, 0, 0, 0.5, 1);
  }

  /** The market with other shares of the days suspended in north. */
  static Market market(double... suspendedInNorth) {
    double[] suspended = new double[2 * DAYS];
    System.arraycopy(suspendedInNorth, 0, suspended, 0, DAYS);
    return new Market(
        List.of(
            unit("ani", "north", "G", 0, 10, OptionalDouble.of(0.5)),
            unit("budi", "south", "I", 2, 4, OptionalDouble.of(0)),
            unit("citra", "north", "G", 0, 0, OptionalDouble.empty())),
        IntStream.range(0, DAYS).mapToObj(MarketExample::day).toList(),
        List.of("north", "south"),
        new double[] {
          10, 0, 20, 5, 0, //
          0, 0, 8, 8, 8, //
          1, 0, 0, 0, 0
        },
        new double[] {
          6, 0, 9, 2, 0, //
          0, 0, 0, 0, 0, //
          0, 0, 0, 0, 0
        },
        new int[] {
          NORTH, -1, NORTH, NORTH, -1, //
          -1, -1, SOUTH, SOUTH, SOUTH, //
          NORTH, -1, -1, -1, -1
        },
        suspended);
  }

  private static UnitRow unit(
      String id, String region, String sector, int firstDay, double baseline, OptionalDouble dose) {
    return new UnitRow(id, region, sector, "mikro", day(firstDay), day(DAYS - 1), baseline, dose);
  }

  static LocalDateTime day(int index) {
    return FIRST.plusDays(index).atStartOfDay();
  }

  /** Observations of a specification where the dose is the share of sales through the feature. */
  static Observations byShare(Specification specification) {
    return new Sampler(market(), study(new Exposure.FeatureShare("live", baseline())))
        .observations(specification);
  }

  /** Observations of a specification where the dose is to lie in a suspended region. */
  static Observations byRegion(Specification specification) {
    return new Sampler(market(), study(new Exposure.RegionMembership(baseline())))
        .observations(specification);
  }

  static Study study(Exposure exposure) {
    return new Study(
        "s",
        "T",
        "Q",
        "d",
        Study.Origin.SYNTHETIC,
        Study.Identifiers.AS_THEY_ARE,
        new Study.Money("IDR", 0),
        1,
        Study.Regions.AS_IS,
        "UTC",
        List.of(),
        Period.DAY,
        new Window(FIRST, FIRST.plusDays(DAYS)),
        new SuspensionFilter(List.of(), List.of(), List.of(), List.of(), baseline()),
        exposure,
        List.of(),
        1,
        Study.Disclosure.STRICT,
        0.95,
        Optional.empty(),
        Accounting.USUAL,
        QualityRules.asDeclared(),
        List.of(),
        new id.dampak.study.CanonicalStudy("{}"),
        Optional.empty());
  }

  static Window baseline() {
    return new Window(FIRST, FIRST.plusDays(2));
  }

  static Specification differences(Outcome outcome) {
    return specification(Method.DIFFERENCE_IN_DIFFERENCES, Aggregation.UNIT, outcome, 0, 0, 0);
  }

  static Specification specification(
      Method method, Aggregation aggregation, Outcome outcome, int shift, int leads, int lags) {
    return new Specification(
        "test",
        method,
        Role.RESULT,
        aggregation,
        outcome,
        Optional.<Clip>empty(),
        List.of(),
        shift,
        leads,
        lags,
        List.of("unit", "period"),
        List.of(),
        FixedEffectDegrees.NESTED,
        MethodOptions.defaults());
  }

  /** The rows of a panel as "unit day outcome weight treatment", in order. */
  static List<String> rows(Panel panel) {
    return IntStream.range(0, panel.observations())
        .mapToObj(
            row ->
                "%s %s %s %s %s"
                    .formatted(
                        panel.label("unit", row),
                        panel.label("period", row),
                        panel.number("outcome", row),
                        panel.number("weight", row),
                        panel.number("treatment", row)))
        .toList();
  }
}
