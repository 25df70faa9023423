package id.dampak.estimate;

import id.dampak.error.DoseErrors;
import id.dampak.error.EstimationErrors;
import id.dampak.linalg.Gram;
import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** One run of {@link DoseBins}: each contrast with its influence function, summed by cluster. */
final class DoseContrasts {
  private final DoseBins specification;
  private final UnitPeriods panel;
  private final DoseUnits units;
  private final List<String> terms = new ArrayList<>();
  private final List<Double> points = new ArrayList<>();
  private final List<double[]> influences = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  DoseContrasts(DoseBins specification, UnitPeriods panel) {
    this.specification = specification;
    this.panel = panel;
    this.units = new DoseUnits(specification, panel);
  }

  Fit fit() {
    List<DoseBin> bins = units.bins();
    for (int b = 0; b < bins.size(); b++) {
      for (int place = 0; place < panel.periods(); place++) {
        if (place != units.reference()) {
          int k = panel.period(place) - specification.eventPeriod();
          contrast(specification.term(bins.get(b), k), b, place);
        }
      }
    }
    if (terms.isEmpty()) {
      throw DoseErrors.neverSeenTogether(specification.exposure());
    }
    if (specification.stayersUpTo() > 0) {
      warnings.add(
          "the comparison is %d units with %s up to %s: any effect on them is taken to be none"
              .formatted(
                  units.size(DoseUnits.COMPARISON),
                  specification.exposure(),
                  specification.stayersUpTo()));
    }
    return assemble();
  }

  /**
   * Adds the contrast of bin {@code b} in a period: the mean over its units of their change less
   * the mean change of the comparison in their group.
   */
  private void contrast(String term, int b, int place) {
    double[] normal = new double[units.groups()];
    int[] stayers = new int[normal.length];
    int[] exposed = new int[normal.length];
    double sum = 0;
    for (int unit = 0; unit < units.count(); unit++) {
      double change = units.change(unit, place);
      if (Double.isNaN(change)) {
        continue;
      }
      if (units.bin(unit) == DoseUnits.COMPARISON) {
        normal[units.group(unit)] += change;
        stayers[units.group(unit)]++;
      } else if (units.bin(unit) == b) {
        sum += change;
        exposed[units.group(unit)]++;
      }
    }
    int count = Arrays.stream(exposed).sum();
    if (isLeftOut(term, stayers, exposed, count)) {
      return;
    }
    for (int g = 0; g < normal.length; g++) {
      normal[g] /= Math.max(1, stayers[g]);
      sum -= exposed[g] * normal[g];
    }
    double[] influence = new double[units.clusters()];
    for (int unit = 0; unit < units.count(); unit++) {
      double change = units.change(unit, place);
      int g = units.group(unit);
      if (Double.isNaN(change)) {
        continue;
      }
      if (units.bin(unit) == DoseUnits.COMPARISON && exposed[g] > 0) {
        influence[units.cluster(unit)] -=
            (double) exposed[g] / count * (change - normal[g]) / stayers[g];
      } else if (units.bin(unit) == b) {
        influence[units.cluster(unit)] += (change - normal[g] - sum / count) / count;
      }
    }
    terms.add(term);
    points.add(sum / count);
    influences.add(influence);
  }

  private boolean isLeftOut(String term, int[] stayers, int[] exposed, int count) {
    String why = "";
    if (count < 2) {
      why = "fewer than two of its units are observed then and in the reference period";
    } else if (IntStream.range(0, exposed.length).anyMatch(g -> exposed[g] > 0 && stayers[g] < 2)) {
      why = "a group has fewer than two units of the comparison then and in the reference period";
    }
    if (!why.isEmpty()) {
      warnings.add(term + " is left out: " + why);
    }
    return !why.isEmpty();
  }

  private Fit assemble() {
    String clusteredBy = specification.cluster().orElse(specification.unit());
    int clusters = units.clustersUsed();
    if (clusters < 2) {
      throw EstimationErrors.oneCluster(clusteredBy);
    }
    double[] ones = new double[units.clusters()];
    Arrays.fill(ones, 1);
    Matrix covariance =
        Gram.of(influences.toArray(double[][]::new), ones).times(clusters / (clusters - 1.0));
    StudentT t = new StudentT(clusters - 1, specification.level());
    List<Estimate> estimates =
        IntStream.range(0, terms.size())
            .mapToObj(j -> t.estimate(terms.get(j), points.get(j), Math.sqrt(covariance.at(j, j))))
            .toList();
    int out = units.observationsOut();
    List<Dropped> dropped = new ArrayList<>(panel.dropped());
    if (out > 0) {
      dropped.add(new Dropped(specification.exposure() + " missing", out));
    }
    return new Fit(
        specification,
        panel.observations() - out,
        List.of(new Clusters(clusteredBy, clusters)),
        dropped,
        warnings,
        estimates,
        covariance,
        t.degreesOfFreedom(),
        specification.level());
  }
}
