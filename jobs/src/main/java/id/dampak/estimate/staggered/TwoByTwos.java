package id.dampak.estimate.staggered;

import id.dampak.error.AdoptionErrors;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Sample;
import id.dampak.estimate.UnitPeriods;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Mean outcomes of cohorts over time, and all that is compared among them. */
final class TwoByTwos {
  private final int periods;
  private final int[] starts;
  private final int[] places;
  private final int[] sizes;
  private final double[][] means;
  private final List<TwoByTwo> raw = new ArrayList<>();

  /**
   * From the cohorts of units.
   *
   * @param starts ascending, {@link Cohorts#NEVER} last if it occurs
   */
  private TwoByTwos(UnitPeriods panel, Cohorts cohorts, int[] starts) {
    this.periods = panel.periods();
    this.starts = starts;
    this.places = new int[starts.length];
    Arrays.setAll(places, g -> starts[g] == Cohorts.NEVER ? periods : panel.placeOf(starts[g]));
    this.sizes = new int[starts.length];
    this.means = new double[starts.length][periods];
    for (int unit = 0; unit < panel.units(); unit++) {
      int g = Arrays.binarySearch(starts, cohorts.start(unit));
      sizes[g]++;
      for (int t = 0; t < periods; t++) {
        means[g][t] += panel.outcome(unit, t);
      }
    }
    for (int g = 0; g < starts.length; g++) {
      for (int t = 0; t < periods; t++) {
        means[g][t] /= sizes[g];
      }
    }
  }

  static Decomposition decompose(BaconDecomposition options, Panel raw) {
    Sample sample = options.regression().sample(raw);
    sample.requireNumbers(options.time());
    Panel panel = raw.at(sample.rows());
    UnitPeriods cells = UnitPeriods.of(panel, options.outcome(), options.unit(), options.time());
    if (!cells.isBalanced()) {
      throw AdoptionErrors.unbalanced(cells.observations(), cells.units(), cells.periods());
    }
    Cohorts cohorts = Cohorts.ofTreatment(cells, options.treatment());
    List<TwoByTwo> comparisons = comparisons(options, cells, cohorts);
    Fit fit = options.regression().fit(panel);
    List<String> warnings = new ArrayList<>(fit.warnings());
    double forbidden = new Decomposition(fit, comparisons).forbiddenWeight();
    if (forbidden > 0) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%.1f %% of the weight of %s is on comparisons with units treated already: biased if"
                  + " effects change over time",
              100 * forbidden,
              options.treatment()));
    }
    Fit regression =
        new Fit(
            options,
            fit.observations(),
            fit.clusters(),
            sample.dropped(),
            warnings,
            fit.estimates(),
            fit.covariance(),
            fit.degreesOfFreedom(),
            fit.level());
    return new Decomposition(regression, comparisons);
  }

  private static List<TwoByTwo> comparisons(
      BaconDecomposition options, UnitPeriods cells, Cohorts cohorts) {
    int never = cohorts.size(Cohorts.NEVER);
    List<Integer> treated = cohorts.starts();
    int[] starts = Arrays.copyOf(treated.stream().mapToInt(s -> s).toArray(), treated.size());
    if (never > 0) {
      starts = Arrays.copyOf(starts, starts.length + 1);
      starts[starts.length - 1] = Cohorts.NEVER;
    }
    List<TwoByTwo> comparisons = new TwoByTwos(cells, cohorts, starts).all();
    if (comparisons.isEmpty()) {
      int always = cohorts.size(cells.period(0));
      int changing = treated.size() - (always > 0 ? 1 : 0);
      throw AdoptionErrors.nothingToCompare(options.treatment(), changing, never + always);
    }
    return comparisons;
  }

  private List<TwoByTwo> all() {
    for (int k = 0; k < starts.length; k++) {
      for (int l = k + 1; l < starts.length; l++) {
        compare(k, l);
      }
    }
    double total = raw.stream().mapToDouble(TwoByTwo::weight).sum();
    return raw.stream()
        .map(
            c -> new TwoByTwo(c.type(), c.treated(), c.control(), c.weight() / total, c.estimate()))
        .sorted(
            Comparator.comparing(TwoByTwo::type)
                .thenComparing(TwoByTwo::treated)
                .thenComparing(c -> c.control().orElse(Cohorts.NEVER)))
        .toList();
  }

  /**
   * The comparisons of k with l, which starts later or never. With n the sizes and D̄ the shares of
   * periods treated, the weights are those of theorem 1 of the paper up to a common factor.
   */
  private void compare(int k, int l) {
    double n = (double) sizes[k] * sizes[l];
    double k1 = treatedShare(k);
    double l1 = treatedShare(l);
    boolean always = places[k] == 0;
    boolean never = places[l] == periods;
    if (always && !never) {
      add(ComparisonType.LATER_VS_ALWAYS, l, k, n * l1 * (1 - l1), 0, periods);
    } else if (never && !always) {
      add(ComparisonType.TREATED_VS_UNTREATED, k, l, n * k1 * (1 - k1), 0, periods);
    } else if (!always) {
      add(ComparisonType.EARLIER_VS_LATER, k, l, n * (k1 - l1) * (1 - k1), 0, places[l]);
      add(ComparisonType.LATER_VS_EARLIER, l, k, n * l1 * (k1 - l1), places[k], periods);
    }
  }

  private double treatedShare(int g) {
    return (periods - places[g]) / (double) periods;
  }

  /** Adds the difference in differences over the periods {@code [from, to)}. */
  private void add(ComparisonType type, int treated, int control, double weight, int from, int to) {
    int start = places[treated];
    double estimate =
        mean(treated, start, to)
            - mean(treated, from, start)
            - (mean(control, start, to) - mean(control, from, start));
    OptionalInt with =
        starts[control] == Cohorts.NEVER ? OptionalInt.empty() : OptionalInt.of(starts[control]);
    raw.add(new TwoByTwo(type, starts[treated], with, weight, estimate));
  }

  private double mean(int g, int from, int to) {
    double sum = 0;
    for (int t = from; t < to; t++) {
      sum += means[g][t];
    }
    return sum / (to - from);
  }
}
