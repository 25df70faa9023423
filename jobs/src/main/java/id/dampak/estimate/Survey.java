package id.dampak.estimate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What must be known of all pieces of a panel before they can be summed up. */
final class Survey implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Observations that may enter. */
  private long observations;

  /** Groups with one observation only. */
  private long loneGroups;

  /** Rows by level of the effect that is eliminated. */
  private final Map<List<String>, Long> levels = new HashMap<>();

  private long[] changes = {};
  private final List<Set<List<String>>> clusters = new ArrayList<>();
  private final EventTerms events = new EventTerms();
  private final List<Dropped> dropped = new ArrayList<>();

  Survey(int dimensions) {
    for (int d = 0; d < dimensions; d++) {
      clusters.add(new HashSet<>());
    }
  }

  /** Looks at a piece. */
  void add(SingletonRule rule, Panel piece) {
    MomentModel model = rule.model();
    Sample sample = rule.sample(piece);
    sample.dropped().forEach(this::drop);
    if (sample.size() == 0) {
      return;
    }
    observations += sample.size();
    loneGroups += rule.loneGroups(sample);
    model.levels().ifPresent(effect -> addLevels(model, piece, sample, effect));
    List<String> coded = model.clusters().coded();
    for (int d = 0; d < clusters.size(); d++) {
      LocalLevels found = LocalLevels.of(piece, sample, coded.get(d));
      for (int code : found.occurring()) {
        clusters.get(d).add(found.labels().get(code));
      }
    }
    for (ExposureEventStudy study : model.study()) {
      events.add(study, piece, sample.rows());
      new EventChecks(study, piece, sample.rows()).requireUnits();
    }
  }

  private void addLevels(MomentModel model, Panel piece, Sample sample, String effect) {
    LocalLevels found = LocalLevels.of(piece, sample, effect);
    long[] rows = new long[found.labels().size()];
    for (int code : found.codes()) {
      rows[code]++;
    }
    for (int code : found.occurring()) {
      levels.merge(found.labels().get(code), rows[code], Long::sum);
    }
    addChanges(found.changes(sample.codes(model.group())));
  }

  /** Adds what another one has seen. */
  void addAll(Survey other) {
    observations += other.observations;
    loneGroups += other.loneGroups;
    other.levels.forEach((level, rows) -> levels.merge(level, rows, Long::sum));
    addChanges(other.changes);
    for (int d = 0; d < clusters.size(); d++) {
      clusters.get(d).addAll(other.clusters.get(d));
    }
    events.addAll(other.events);
    other.dropped.forEach(this::drop);
  }

  private void addChanges(long[] more) {
    long[] sum = changes.length == 0 ? new long[more.length] : changes;
    for (int part = 0; part < more.length; part++) {
      sum[part] += more[part];
    }
    changes = sum;
  }

  private void drop(Dropped more) {
    for (int i = 0; i < dropped.size(); i++) {
      if (dropped.get(i).reason().equals(more.reason())) {
        dropped.set(i, new Dropped(more.reason(), dropped.get(i).rows() + more.rows()));
        return;
      }
    }
    dropped.add(more);
  }

  long observations() {
    return observations;
  }

  long loneGroups() {
    return loneGroups;
  }

  /** Levels with one observation only. */
  List<List<String>> loneLevels() {
    return levels.entrySet().stream()
        .filter(level -> level.getValue() == 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Levels in the order that keeps groups together. */
  List<List<String>> levels() {
    return levels.keySet().stream()
        .sorted(LevelOrder.of(changes))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Labels of the clusters in each dimension that has codes of its own, in order. */
  List<List<List<String>>> clusters() {
    return clusters.stream()
        .map(
            labels ->
                labels.stream()
                    .sorted(Comparator.comparing(parts -> String.join("^", parts)))
                    .toList())
        .toList();
  }

  EventTerms events() {
    return events;
  }

  List<Dropped> dropped() {
    return List.copyOf(dropped);
  }
}
