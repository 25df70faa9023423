package id.dampak.panel;

import id.dampak.estimate.Dropped;
import id.dampak.estimate.Panel;
import java.util.List;

/**
 * By how much each unit's sales changed while a feature was off and after, against its own periods
 * before: one row a unit, in units of the currency.
 *
 * @param units the units, in the columns that {@link Columns} and {@link Observations.Columns} name
 * @param dropped units that did not become rows, by reason
 * @param before periods before the event that changes are measured from
 * @param suspended periods in which the feature was off in some region
 * @param after periods after the last of them
 * @param hours the feature was off, in the region where that was longest
 */
public record SalesChanges(
    Panel units, List<Dropped> dropped, int before, int suspended, int after, double hours) {

  /** Canonical constructor; copies the list. */
  public SalesChanges {
    dropped = List.copyOf(dropped);
  }

  /** Columns beside the unit's exposure, baseline and groups. */
  public static final class Columns {
    /** Sales through the feature in the suspended periods, less those of as many usual ones. */
    public static final String FEATURE = "feature_change";

    /** The same of all other sales. */
    public static final String OTHER = "other_change";

    /** The same of all sales. */
    public static final String ALL = "change";

    /** The same of all sales in the periods after. */
    public static final String AFTER = "change_after";

    /** All sales over the baseline of the exposure, in minor units. */
    public static final String SOLD_BEFORE = "sold_before";

    /** All sales in the suspended periods, in minor units. */
    public static final String SOLD_DURING = "sold_during";

    /** Group of units by how much they depend on the feature. */
    public static final String DEPENDENCE = "dependence";

    private Columns() {}
  }
}
