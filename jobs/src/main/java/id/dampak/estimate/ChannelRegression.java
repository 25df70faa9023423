package id.dampak.estimate;

import id.dampak.error.ChannelErrors;
import id.dampak.error.EstimationErrors;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * One run of {@link TripleDifferences}, with all of its effects or without those of unit by period.
 */
final class ChannelRegression {
  private final TripleDifferences specification;
  private final Model model;
  private final Frame frame;
  private final double[] dose;

  /** The code of each channel by its label, in order of the labels. */
  private final Map<String, Integer> channels = new TreeMap<>();

  private final int[] codes;

  ChannelRegression(TripleDifferences specification, Panel panel, List<String> effects) {
    this.specification = specification;
    this.model =
        new Model(
            specification,
            specification.outcome(),
            effects,
            Optional.empty(),
            specification.variance(),
            specification.level());
    this.frame = new Frame(model, panel, specification.sample(panel, effects));
    this.codes = frame.factor(specification.channel()).toCodes();
    for (int i = 0; i < codes.length; i++) {
      channels.putIfAbsent(panel.label(specification.channel(), frame.rows()[i]), codes[i]);
    }
    requireChannels();
    requireOneRowPerCell();
    requireOneExposurePerUnit();
    this.dose = dose();
  }

  Fit fitSuspended() {
    return fit(List.of(specification.suspended()));
  }

  Fit fitEach() {
    return fit(List.copyOf(channels.keySet()));
  }

  private Fit fit(List<String> labels) {
    Map<String, Integer> codeOfTerm = new TreeMap<>();
    labels.forEach(label -> codeOfTerm.put(specification.term(label), channels.get(label)));
    ColumnDesign design =
        ColumnDesign.of(
            labels.stream().map(specification::term).toList(),
            term -> column(codeOfTerm.getOrDefault(term, -1)),
            frame);
    return new Regression(model, frame, design).linear();
  }

  private double[] column(int channel) {
    double[] column = new double[codes.length];
    Arrays.setAll(column, i -> codes[i] == channel ? dose[i] : 0);
    return column;
  }

  private double[] dose() {
    double[] time = frame.values(specification.time());
    double[] exposure = frame.values(specification.exposure());
    double[] during = new double[time.length];
    int inside = 0;
    for (int i = 0; i < time.length; i++) {
      if (time[i] != Math.rint(time[i])) {
        throw EstimationErrors.notWholePeriods(specification.time(), time[i], frame.rows()[i] + 1);
      }
      if (specification.event().holds(time[i])) {
        during[i] = exposure[i];
        inside++;
      }
    }
    if (inside == 0 || inside == time.length) {
      throw ChannelErrors.noContrastOfPeriods(
          specification.time(), specification.event().toString(), inside, time.length);
    }
    return during;
  }

  private void requireChannels() {
    if (!channels.containsKey(specification.suspended()) || channels.size() < 2) {
      throw ChannelErrors.noContrastOfChannels(
          specification.channel(), specification.suspended(), List.copyOf(channels.keySet()));
    }
  }

  private void requireOneRowPerCell() {
    String cell =
        String.join("^", specification.unit(), specification.channel(), specification.time());
    int[] cells = frame.factor(cell).toCodes();
    boolean[] seen = new boolean[cells.length];
    for (int i = 0; i < cells.length; i++) {
      if (seen[cells[i]]) {
        int row = frame.rows()[i];
        throw ChannelErrors.twice(
            specification.unit(),
            frame.panel().label(specification.unit(), row),
            frame.panel().label(specification.channel(), row),
            frame.panel().label(specification.time(), row));
      }
      seen[cells[i]] = true;
    }
  }

  private void requireOneExposurePerUnit() {
    int[] units = frame.factor(specification.unit()).toCodes();
    double[] exposure = frame.values(specification.exposure());
    double[] first = new double[units.length];
    Arrays.fill(first, Double.NaN);
    IntStream.range(0, units.length)
        .forEach(
            i -> {
              double known = first[units[i]];
              if (!Double.isNaN(known) && known != exposure[i]) {
                throw EstimationErrors.varies(
                    specification.exposure(),
                    frame.panel().label(specification.unit(), frame.rows()[i]),
                    known,
                    exposure[i]);
              }
              first[units[i]] = exposure[i];
            });
  }
}
