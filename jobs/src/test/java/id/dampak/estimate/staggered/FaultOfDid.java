package id.dampak.estimate.staggered;

import id.dampak.estimate.Panel;
import java.util.List;

/**
 * The standard error of the average over cohorts as did 2.1.2 has it: where the k-th cohort is
 * meant it takes the cohort of the k-th effect ATT(g, t), so that ψ does not average to 0. Reported
 * and mended in https://github.com/bcallaway11/did/pull/223.
 */
final class FaultOfDid {

  private FaultOfDid() {}

  static double stdErrorOfGroupAverage(CallawaySantAnna estimator, Panel panel) {
    StaggeredSample sample = StaggeredSample.of(estimator, panel);
    GroupTimes effects = GroupTimes.of(estimator, sample);
    List<Integer> groups = sample.groups();
    int[] units = sample.units();
    double[] share = new double[groups.size()];
    double[] theta = new double[groups.size()];
    double total = 0;
    for (int g = 0; g < share.length; g++) {
      for (int unit : units) {
        share[g] += sample.cohorts().start(unit) == groups.get(g) ? 1.0 / units.length : 0;
      }
      theta[g] = mean(effects, groups.get(g), effects::att);
      total += share[g];
    }
    double squares = 0;
    for (int unit : units) {
      double psi = 0;
      double others = 0;
      for (int g = 0; g < share.length; g++) {
        double meant = effects.cells().get(g).group();
        others += (sample.cohorts().start(unit) == meant ? 1 : 0) - share[g];
      }
      for (int g = 0; g < share.length; g++) {
        double meant = effects.cells().get(g).group();
        double own = (sample.cohorts().start(unit) == meant ? 1 : 0) - share[g];
        psi += theta[g] * (own / total - others * share[g] / (total * total));
        double ofEffects = mean(effects, groups.get(g), k -> effects.influence(unit, k));
        psi += share[g] / total * ofEffects * units.length;
      }
      squares += psi * psi;
    }
    return Math.sqrt(squares) / units.length;
  }

  private interface OfEffect {
    double of(int k);
  }

  private static double mean(GroupTimes effects, int group, OfEffect value) {
    double sum = 0;
    int count = 0;
    for (int k = 0; k < effects.cells().size(); k++) {
      GroupTime cell = effects.cells().get(k);
      if (cell.group() == group && cell.isTreated()) {
        sum += value.of(k);
        count++;
      }
    }
    return sum / count;
  }
}
