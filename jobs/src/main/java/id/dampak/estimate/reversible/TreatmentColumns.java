package id.dampak.estimate.reversible;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The columns of a panel of units whose treatment may change in any period.
 *
 * @param outcome numeric column Y
 * @param treatment numeric column D, constant within a unit and period
 * @param unit column that tells the groups g apart; a group has one row in a period at most
 * @param time numeric column of whole periods t; the periods that occur count as consecutive
 * @param within column of groups of units whose trends are parallel, constant within a unit: only
 *     units of the same group are compared; without one all are
 * @param cluster column within which errors may be correlated; without one each unit is a cluster
 * @param weights sizes N_gt of the cells; without one all cells weigh the same
 */
public record TreatmentColumns(
    String outcome,
    String treatment,
    String unit,
    String time,
    Optional<String> within,
    Optional<String> cluster,
    Optional<String> weights) {

  /** Units as clusters, all cells of the same weight. */
  public static TreatmentColumns of(String outcome, String treatment, String unit, String time) {
    return new TreatmentColumns(
        outcome, treatment, unit, time, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same with comparisons only within the groups of {@code column}. */
  public TreatmentColumns comparedWithin(String column) {
    return new TreatmentColumns(
        outcome, treatment, unit, time, Optional.of(column), cluster, weights);
  }

  /** The same with clusters, which must contain whole units. */
  public TreatmentColumns clusteredBy(String column) {
    return new TreatmentColumns(
        outcome, treatment, unit, time, within, Optional.of(column), weights);
  }

  /** The same with cells weighted by {@code column}. */
  public TreatmentColumns weightedBy(String column) {
    return new TreatmentColumns(
        outcome, treatment, unit, time, within, cluster, Optional.of(column));
  }

  /** The column of the clusters. */
  String clusters() {
    return cluster.orElse(unit);
  }

  /** Every column. */
  Set<String> all() {
    Set<String> all = new TreeSet<>(Set.of(outcome, treatment, time));
    weights.ifPresent(all::add);
    all.addAll(identifiers());
    return all;
  }

  /** Columns that are used as labels only. */
  Set<String> identifiers() {
    Set<String> identifiers = new TreeSet<>(Set.of(unit));
    within.ifPresent(identifiers::add);
    cluster.ifPresent(identifiers::add);
    identifiers.remove(time);
    return identifiers;
  }
}
