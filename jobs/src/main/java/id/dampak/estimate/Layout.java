package id.dampak.estimate;

import id.dampak.linalg.GroupedRows;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the levels, clusters and terms of all pieces are numbered, so that sums over one piece can be
 * added to those over another.
 */
final class Layout implements Serializable {
  private static final long serialVersionUID = 1L;

  private final SingletonRule rule;
  private final Map<List<String>, Integer> levels = new HashMap<>();
  private final List<Map<List<String>, Integer>> clusters;
  private final EventTerms events;

  Layout(SingletonRule rule, Survey survey) {
    this.rule = rule;
    survey.levels().forEach(level -> levels.put(level, levels.size()));
    this.clusters =
        survey.clusters().stream()
            .map(
                labels -> {
                  Map<List<String>, Integer> codes = new HashMap<>();
                  labels.forEach(label -> codes.put(label, codes.size()));
                  return codes;
                })
            .toList();
    this.events = survey.events();
  }

  MomentModel model() {
    return rule.model();
  }

  /** Number of levels of the effect that is eliminated, 1 if there is none. */
  int levelCount() {
    return Math.max(1, levels.size());
  }

  /** Names of the terms of dummies. */
  List<String> dummies() {
    return model().study().stream().flatMap(study -> events.names(study).stream()).toList();
  }

  /** The observations of a piece, numbered; none where no row of it enters. */
  GroupedRows rows(Panel piece) {
    MomentModel model = model();
    Sample sample = rule.sample(piece);
    if (sample.size() == 0) {
      return new GroupedRows(new double[model.columns().size() + 1][0], new int[0], 0);
    }
    double[][] columns =
        Stream.concat(model.columns().stream(), Stream.of(model.outcome()))
            .map(sample::numbers)
            .toArray(double[][]::new);
    String group = model.group();
    GroupedRows rows = new GroupedRows(columns, sample.codes(group), sample.coded(group).levels());
    model.weights().forEach(column -> rows.weighted(sample.numbers(column)));
    model.levels().ifPresent(effect -> rows.withLevels(numbered(piece, sample, effect, levels)));
    model
        .study()
        .forEach(
            study -> {
              EventDesign design = EventDesign.of(study, events, piece, sample.rows());
              rows.withEvents(design.codes(), design.exposure());
            });
    List<String> coded = model.clusters().coded();
    return rows.withClusters(
        Stream.iterate(0, d -> d < coded.size(), d -> d + 1)
            .map(d -> numbered(piece, sample, coded.get(d), clusters.get(d)))
            .toList());
  }

  private static int[] numbered(
      Panel piece, Sample sample, String effect, Map<List<String>, Integer> numbers) {
    LocalLevels found = LocalLevels.of(piece, sample, effect);
    return found.renumbered(
        found.labels().stream().mapToInt(label -> numbers.getOrDefault(label, -1)).toArray());
  }
}
