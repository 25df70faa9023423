package id.dampak.estimate.staggered;

import id.dampak.error.AdoptionErrors;
import id.dampak.error.EstimationErrors;
import id.dampak.estimate.Dropped;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Sample;
import id.dampak.estimate.Singletons;
import id.dampak.linalg.Factor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The observations of an imputation, untreated and treated ones apart. A treated observation stays
 * as long as each of its levels of the fixed effects has an untreated observation.
 */
final class ImputationSample {
  private final Imputation options;
  private final Panel panel;
  private final Adoption adoption;
  private final int[] allTreated;
  private final int[] untreated;
  private final int[] treated;
  private final List<Factor> effects;
  private final List<int[]> treatedCodes;
  private final RowFilter filter;
  private final List<String> warnings;

  private ImputationSample(
      Imputation options,
      Panel panel,
      Adoption adoption,
      int[] allTreated,
      RowFilter filter,
      List<String> warnings) {
    this.options = options;
    this.panel = panel;
    this.adoption = adoption;
    this.filter = filter;
    this.warnings = warnings;
    this.allTreated = allTreated;
    this.untreated = filter.rows(row -> !adoption.isTreated(row));
    this.effects = new ArrayList<>();
    this.treatedCodes = new ArrayList<>();
    Sample sample = new Sample(panel);
    List<int[]> codes = new ArrayList<>();
    for (String effect : options.fixedEffects()) {
      Factor all = sample.factor(effect);
      Factor compact = Factor.compact(all.toCodes(), all.levels(), untreated);
      int[] known = new int[all.levels()];
      Arrays.fill(known, -1);
      for (int i = 0; i < untreated.length; i++) {
        known[all.code(untreated[i])] = compact.code(i);
      }
      effects.add(compact);
      remarkSingletons(effect, compact);
      int[] recoded = new int[all.observations()];
      Arrays.setAll(recoded, row -> known[all.code(row)]);
      codes.add(recoded);
      leaveOutUnknown(effect, all, known);
    }
    this.treated = filter.rows(adoption::isTreated);
    codes.forEach(c -> treatedCodes.add(IntStream.of(treated).map(row -> c[row]).toArray()));
    if (treated.length == 0) {
      throw AdoptionErrors.nothingImputable(allTreated.length, filter.reasons());
    }
  }

  static ImputationSample of(Imputation options, Panel raw) {
    if (options.fixedEffects().isEmpty()) {
      throw EstimationErrors.cannotEstimate(
          "by imputation",
          "No fixed effects were named.",
          "Name at least one, usually the unit and the period.");
    }
    if (options.leads() < 0) {
      throw AdoptionErrors.noLeads(options.leads());
    }
    Sample sample = options.untreated().with(Singletons.KEEP).sample(raw);
    sample.requireNumbers(options.time());
    sample.requireCategories(options.unit());
    Panel panel = raw.at(sample.rows());
    Adoption adoption =
        Adoption.of(panel, options.outcome(), options.unit(), options.time(), options.cohort());
    RowFilter filter = new RowFilter(adoption.rows(), sample.dropped());
    List<String> warnings = new ArrayList<>();
    int[] untreated = filter.rows(row -> !adoption.isTreated(row));
    if (untreated.length == 0) {
      throw AdoptionErrors.everythingTreated(options.cohort(), adoption.rows());
    }
    if (options.singletons() == Singletons.DROP) {
      dropSingletons(options, panel.at(untreated), untreated, filter);
    }
    int[] treated = filter.rows(adoption::isTreated);
    return new ImputationSample(options, panel, adoption, treated, filter, warnings);
  }

  private static void dropSingletons(
      Imputation options, Panel alone, int[] untreated, RowFilter filter) {
    Sample sample = options.untreated().sample(alone);
    boolean[] goes = new boolean[filter.size()];
    IntStream.of(untreated).forEach(row -> goes[row] = true);
    IntStream.of(sample.rows()).forEach(place -> goes[untreated[place]] = false);
    filter.leaveOut(
        "untreated, alone in a level of " + String.join(" or ", options.fixedEffects()),
        row -> goes[row]);
  }

  private void remarkSingletons(String effect, Factor compact) {
    int[] sizes = new int[compact.levels()];
    for (int i = 0; i < compact.observations(); i++) {
      sizes[compact.code(i)]++;
    }
    long alone = IntStream.of(sizes).filter(size -> size == 1).count();
    if (alone > 0) {
      warn(
          "%d untreated observations are alone in their level of %s; treated ones of it are imputed from one observation"
              .formatted(alone, effect));
    }
  }

  private void warn(String warning) {
    if (!warnings.contains(warning)) {
      warnings.add(warning);
    }
  }

  private void leaveOutUnknown(String effect, Factor all, int[] known) {
    IntPredicate unknown = row -> adoption.isTreated(row) && known[all.code(row)] < 0;
    long levels = IntStream.of(filter.rows(unknown)).map(all::code).distinct().count();
    int rows =
        filter.leaveOut("treated, without an untreated observation of the same " + effect, unknown);
    if (rows > 0) {
      warn(
          "%d treated observations in %d levels of %s cannot be imputed: no untreated one is there"
              .formatted(rows, levels, effect));
    }
  }

  /** Leaves out treated observations whose prediction the untreated ones do not identify. */
  ImputationSample without(boolean[] unidentified) {
    boolean[] out = new boolean[filter.size()];
    for (int i = 0; i < treated.length; i++) {
      out[treated[i]] = unidentified[i];
    }
    int rows =
        filter.leaveOut(
            "treated, in effects or covariates that untreated observations do not identify",
            row -> out[row]);
    warnings.add(
        "%d treated observations cannot be imputed: untreated ones do not connect their effects"
                .formatted(rows)
            + " with each other, or do not identify the covariates");
    return new ImputationSample(options, panel, adoption, allTreated, filter, warnings);
  }

  Panel panel() {
    return panel;
  }

  Adoption adoption() {
    return adoption;
  }

  /** Treated rows before any of them turned out not to be imputable. */
  int[] allTreated() {
    return allTreated;
  }

  int[] untreated() {
    return untreated;
  }

  int[] treated() {
    return treated;
  }

  /** The effects of untreated observations; every level occurs. */
  List<Factor> effects() {
    return effects;
  }

  /** For each effect its level for every treated observation. */
  List<int[]> treatedCodes() {
    return treatedCodes;
  }

  /** Untreated, then treated rows. */
  int[] used() {
    return IntStream.concat(IntStream.of(untreated), IntStream.of(treated)).toArray();
  }

  List<Dropped> dropped() {
    return filter.dropped();
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Values of a term in some rows. */
  double[] values(String term, int[] rows) {
    double[] all = new Sample(panel).values(term);
    return IntStream.of(rows).mapToDouble(row -> all[row]).toArray();
  }

  /** Weights of observations in some rows. */
  double[] weights(int[] rows) {
    return new Sample(panel).weights(options.weights(), rows);
  }
}
