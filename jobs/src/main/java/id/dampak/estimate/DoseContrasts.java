package id.dampak.estimate;

import id.dampak.error.DoseErrors;
import id.dampak.error.EstimationErrors;
import id.dampak.linalg.Gram;
import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** One run of {@link DoseBins}. */
final class DoseContrasts {
  private static final int OUT = -2;
  private static final int COMPARISON = -1;

  private final DoseBins specification;
  private final UnitPeriods panel;
  private final int reference;
  private final double[] dose;
  private final List<Double> ends;

  /** The bin of each unit, {@link #COMPARISON} or, without an exposure, {@link #OUT}. */
  private final int[] bin;

  private final int[] group;
  private final int[] cluster;
  private final int groups;
  private final int clusters;

  private final List<String> terms = new ArrayList<>();
  private final List<Double> points = new ArrayList<>();
  private final List<double[]> influences = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private DoseContrasts(DoseBins specification, UnitPeriods panel) {
    this.specification = specification;
    this.panel = panel;
    this.reference = panel.placeOf(specification.eventPeriod() + specification.reference());
    requirePeriods();
    this.dose = panel.constant(specification.exposure());
    requireDoses();
    double bound = specification.stayersUpTo();
    this.ends = specification.cuts().of(Arrays.stream(dose).filter(d -> d > bound).toArray());
    this.bin = IntStream.range(0, dose.length).map(unit -> binOf(dose[unit])).toArray();
    this.group =
        specification.groups().isEmpty()
            ? new int[dose.length]
            : panel.group(specification.groupColumn());
    this.cluster =
        specification
            .cluster()
            .map(panel::group)
            .orElseGet(() -> IntStream.range(0, dose.length).toArray());
    this.groups = 1 + Arrays.stream(group).max().orElse(0);
    this.clusters = 1 + Arrays.stream(cluster).max().orElse(0);
    requireUnits();
  }

  /**
   * The contrasts of a panel.
   *
   * @throws id.dampak.error.DampakException if it has no comparison, no exposed units or no
   *     reference period
   */
  static DoseContrasts of(DoseBins specification, Panel panel) {
    return new DoseContrasts(
        specification,
        UnitPeriods.of(panel, specification.outcome(), specification.unit(), specification.time()));
  }

  List<DoseBin> bins() {
    return IntStream.rangeClosed(0, ends.size()).mapToObj(this::bin).toList();
  }

  Fit fit() {
    List<DoseBin> bins = bins();
    for (int b = 0; b < bins.size(); b++) {
      for (int place = 0; place < panel.periods(); place++) {
        if (place != reference) {
          contrast(bins.get(b), b, place);
        }
      }
    }
    if (terms.isEmpty()) {
      throw DoseErrors.neverSeenTogether(specification.exposure());
    }
    noteStayers();
    return assemble();
  }

  private Fit assemble() {
    int used =
        (int)
            IntStream.range(0, bin.length)
                .filter(u -> bin[u] != OUT)
                .map(u -> cluster[u])
                .distinct()
                .count();
    if (used < 2) {
      throw EstimationErrors.oneCluster(specification.cluster().orElse(specification.unit()));
    }
    double[] ones = new double[clusters];
    Arrays.fill(ones, 1);
    Matrix covariance =
        Gram.of(influences.toArray(double[][]::new), ones).times(used / (used - 1.0));
    StudentT t = new StudentT(used - 1, specification.level());
    List<Estimate> estimates =
        IntStream.range(0, terms.size())
            .mapToObj(j -> t.estimate(terms.get(j), points.get(j), Math.sqrt(covariance.at(j, j))))
            .toList();
    List<Dropped> dropped = new ArrayList<>(panel.dropped());
    int without = observations(OUT);
    if (without > 0) {
      dropped.add(new Dropped(specification.exposure() + " missing", without));
    }
    return new Fit(
        specification,
        panel.observations() - without,
        List.of(new Clusters(specification.cluster().orElse(specification.unit()), used)),
        dropped,
        warnings,
        estimates,
        covariance,
        used - 1,
        specification.level());
  }

  /**
   * Adds the contrast of bin {@code b} in a period: the mean over its units of their change less
   * the mean change of the comparison in their group.
   */
  private void contrast(DoseBin described, int b, int place) {
    double[] normal = new double[groups];
    int[] stayers = new int[groups];
    int[] exposed = new int[groups];
    double sum = 0;
    int count = 0;
    for (int unit = 0; unit < bin.length; unit++) {
      double change = change(unit, place);
      if (bin[unit] == COMPARISON && !Double.isNaN(change)) {
        normal[group[unit]] += change;
        stayers[group[unit]]++;
      } else if (bin[unit] == b && !Double.isNaN(change)) {
        sum += change;
        exposed[group[unit]]++;
        count++;
      }
    }
    String term = specification.term(described, panel.period(place) - specification.eventPeriod());
    int alone = groupWithoutStayers(exposed, stayers);
    if (count < 2 || alone >= 0) {
      warnings.add(
          term
              + " is left out: "
              + (count < 2
                  ? "fewer than two of its units are observed then and in the reference period"
                  : "no comparison is observed then and in the reference period in its group"));
      return;
    }
    for (int g = 0; g < groups; g++) {
      normal[g] /= Math.max(1, stayers[g]);
      sum -= exposed[g] * normal[g];
    }
    terms.add(term);
    points.add(sum / count);
    influences.add(influence(b, place, normal, stayers, exposed, sum / count, count));
  }

  private double[] influence(
      int b, int place, double[] normal, int[] stayers, int[] exposed, double point, double count) {
    double[] influence = new double[clusters];
    for (int unit = 0; unit < bin.length; unit++) {
      double change = change(unit, place);
      if (Double.isNaN(change)) {
        continue;
      }
      int g = group[unit];
      if (bin[unit] == b) {
        influence[cluster[unit]] += (change - normal[g] - point) / count;
      } else if (bin[unit] == COMPARISON) {
        influence[cluster[unit]] -= exposed[g] / count * (change - normal[g]) / stayers[g];
      }
    }
    return influence;
  }

  private static int groupWithoutStayers(int[] exposed, int[] stayers) {
    return IntStream.range(0, exposed.length)
        .filter(g -> exposed[g] > 0 && stayers[g] == 0)
        .findFirst()
        .orElse(-1);
  }

  private double change(int unit, int place) {
    return panel.outcome(unit, place) - panel.outcome(unit, reference);
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

  private DoseBin bin(int b) {
    double above = b == 0 ? specification.stayersUpTo() : ends.get(b - 1);
    double upTo = b == ends.size() ? Double.POSITIVE_INFINITY : ends.get(b);
    int[] units = units(b);
    double mean = Arrays.stream(units).mapToDouble(unit -> dose[unit]).average().orElse(Double.NaN);
    return new DoseBin(above, upTo, units.length, mean);
  }

  private int[] units(int b) {
    return IntStream.range(0, bin.length).filter(unit -> bin[unit] == b).toArray();
  }

  private int observations(int b) {
    return Arrays.stream(units(b))
        .map(
            unit ->
                (int)
                    IntStream.range(0, panel.periods())
                        .filter(place -> panel.isObserved(unit, place))
                        .count())
        .sum();
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
    int stayers = units(COMPARISON).length;
    double least = Arrays.stream(dose).filter(d -> d >= 0).min().orElse(Double.NaN);
    if (stayers < 2) {
      throw DoseErrors.noComparison(
          specification.exposure(), specification.stayersUpTo(), stayers, least);
    }
    if (stayers == Arrays.stream(bin).filter(b -> b != OUT).count()) {
      throw DoseErrors.nobodyExposed(specification.exposure(), specification.stayersUpTo());
    }
    for (DoseBin each : bins()) {
      if (each.units() < 2) {
        throw DoseErrors.emptyBin(specification.exposure(), each.label(), each.units());
      }
    }
  }

  private void noteStayers() {
    if (specification.stayersUpTo() > 0) {
      warnings.add(
          "the comparison is %d units with %s up to %s: any effect on them is taken to be none"
              .formatted(
                  units(COMPARISON).length, specification.exposure(), specification.stayersUpTo()));
    }
  }
}
