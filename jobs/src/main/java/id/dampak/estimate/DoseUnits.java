package id.dampak.estimate;

import id.dampak.error.DoseErrors;
import id.dampak.error.EstimationErrors;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The units of {@link DoseBins}: the bin, group and cluster of each, and what is refused. */
final class DoseUnits {
  /** In place of a bin: the exposure is missing. */
  static final int OUT = -2;

  /** In place of a bin: the unit stands for no exposure. */
  static final int COMPARISON = -1;

  private final DoseBins specification;
  private final UnitPeriods panel;
  private final int reference;
  private final double[] dose;
  private final List<Double> ends;
  private final int[] bin;
  private final int[] group;
  private final int[] cluster;

  /**
   * The units of a panel.
   *
   * @throws id.dampak.error.DampakException if it has no comparison, no exposed units or no
   *     reference period
   */
  DoseUnits(DoseBins specification, UnitPeriods panel) {
    this.specification = specification;
    this.panel = panel;
    this.reference = panel.placeOf(specification.eventPeriod() + specification.reference());
    requirePeriods();
    this.dose = panel.constant(specification.exposure());
    requireDoses();
    double bound = specification.stayersUpTo();
    this.ends = specification.cuts().of(Arrays.stream(dose).filter(d -> d > bound).toArray());
    this.bin = Arrays.stream(dose).mapToInt(this::binOf).toArray();
    this.group =
        specification.groups().isEmpty()
            ? new int[dose.length]
            : panel.group(String.join("^", specification.groups()));
    this.cluster =
        specification
            .cluster()
            .map(panel::group)
            .orElseGet(() -> IntStream.range(0, dose.length).toArray());
    requireUnits();
  }

  int count() {
    return bin.length;
  }

  /** The bin of a unit from 0, {@link #COMPARISON} or {@link #OUT}. */
  int bin(int unit) {
    return bin[unit];
  }

  int group(int unit) {
    return group[unit];
  }

  int groups() {
    return 1 + Arrays.stream(group).max().orElse(0);
  }

  int cluster(int unit) {
    return cluster[unit];
  }

  int clusters() {
    return 1 + Arrays.stream(cluster).max().orElse(0);
  }

  /** Clusters with a unit whose exposure is known. */
  int clustersUsed() {
    return (int)
        IntStream.range(0, bin.length)
            .filter(unit -> bin[unit] != OUT)
            .map(unit -> cluster[unit])
            .distinct()
            .count();
  }

  /** Place of the reference period. */
  int reference() {
    return reference;
  }

  /** The outcome in a period less that in the reference period; NaN unless both are observed. */
  double change(int unit, int place) {
    return panel.outcome(unit, place) - panel.outcome(unit, reference);
  }

  /** Number of units in a bin. */
  int size(int b) {
    return (int) Arrays.stream(bin).filter(each -> each == b).count();
  }

  /** Observations without an exposure. */
  int observationsOut() {
    int observations = 0;
    for (int unit = 0; unit < bin.length; unit++) {
      for (int place = 0; bin[unit] == OUT && place < panel.periods(); place++) {
        observations += panel.isObserved(unit, place) ? 1 : 0;
      }
    }
    return observations;
  }

  List<DoseBin> bins() {
    return IntStream.rangeClosed(0, ends.size()).mapToObj(this::described).toList();
  }

  private DoseBin described(int b) {
    double above = b == 0 ? specification.stayersUpTo() : ends.get(b - 1);
    double upTo = b == ends.size() ? Double.POSITIVE_INFINITY : ends.get(b);
    double mean =
        IntStream.range(0, bin.length)
            .filter(unit -> bin[unit] == b)
            .mapToDouble(unit -> dose[unit])
            .average()
            .orElse(Double.NaN);
    return new DoseBin(above, upTo, size(b), mean);
  }

  private int binOf(double d) {
    if (Double.isNaN(d)) {
      return OUT;
    }
    if (d <= specification.stayersUpTo()) {
      return COMPARISON;
    }
    return (int) ends.stream().filter(end -> d > end).count();
  }

  private void requirePeriods() {
    int first = panel.period(0) - specification.eventPeriod();
    int last = panel.period(panel.periods() - 1) - specification.eventPeriod();
    if (first >= 0 || last < 0) {
      throw EstimationErrors.noBeforeOrAfter(first, last);
    }
    if (reference < 0) {
      throw EstimationErrors.noReferencePeriod(specification.reference(), first, last);
    }
  }

  private void requireDoses() {
    for (int unit = 0; unit < dose.length; unit++) {
      if (dose[unit] < 0 || Double.isInfinite(dose[unit])) {
        throw DoseErrors.notADose(specification.exposure(), panel.label(unit), dose[unit]);
      }
    }
  }

  private void requireUnits() {
    int stayers = size(COMPARISON);
    double least = Arrays.stream(dose).filter(d -> d >= 0).min().orElse(Double.NaN);
    if (stayers < 2) {
      throw DoseErrors.noComparison(
          specification.exposure(), specification.stayersUpTo(), stayers, least);
    }
    if (stayers + size(OUT) == bin.length) {
      throw DoseErrors.nobodyExposed(specification.exposure(), specification.stayersUpTo());
    }
    for (DoseBin each : bins()) {
      if (each.units() < 2) {
        throw DoseErrors.emptyBin(specification.exposure(), each.label(), each.units());
      }
    }
  }
}
