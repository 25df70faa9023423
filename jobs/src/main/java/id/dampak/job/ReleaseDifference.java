package id.dampak.job;

import id.dampak.contract.ReleasedSales;
import id.dampak.disclosure.Difference;
import id.dampak.disclosure.Place;
import id.dampak.disclosure.Rules;
import id.dampak.disclosure.SuppressionPattern;
import id.dampak.gold.KeptSales;
import id.dampak.gold.WindowSales;
import id.dampak.study.Study;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a reader would learn who holds a new release against an earlier one: by how much the sales
 * of the merchants in a cell changed together, where both show it or where it follows from the
 * totals. That must meet the rules, too.
 *
 * @param releasedBy run that made the earlier release
 * @param changes changes since it, by cell
 */
record ReleaseDifference(String releasedBy, List<SalesCell> changes) {

  ReleaseDifference {
    changes = List.copyOf(changes);
  }

  /**
   * The differences from all earlier releases from which there is one, latest first.
   *
   * @param kept rows of {@link ReleasedSales}
   * @param now rows of {@link WindowSales} that the new release would be made from
   */
  static List<ReleaseDifference> of(Dataset<Row> kept, Dataset<Row> now, Study study) {
    Map<String, List<SalesCell>> changes = new TreeMap<>(Comparator.reverseOrder());
    WindowSales.contributions(KeptSales.changes(kept, now, study), KeptSales.CELL_OF_RELEASE)
        .collectAsList()
        .forEach(
            row ->
                changes
                    .computeIfAbsent(
                        new FieldReader(row).text(ReleasedSales.RUN_ID), run -> new ArrayList<>())
                    .add(SalesCell.of(row)));
    return changes.entrySet().stream()
        .map(release -> new ReleaseDifference(release.getKey(), release.getValue()))
        .toList();
  }

  /**
   * What speaks against the new release, as a clause; nothing where it may be shown.
   *
   * @param pattern what it would show
   */
  Optional<String> objection(Study study, Rules rules, SuppressionPattern pattern) {
    Set<Place> hidden = pattern.hidden().keySet();
    long telling =
        SalesTables.of(study, changes).tables().stream()
            .flatMap(table -> new Difference(table, hidden).telling(rules).stream())
            .distinct()
            .count();
    return telling == 0
        ? Optional.empty()
        : Optional.of(
            ("beside the release of run %s, %,d of the numbers shown or hidden would tell the"
                    + " changes of too few merchants")
                .formatted(releasedBy, telling));
  }
}
