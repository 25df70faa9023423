package id.dampak.panel;

import id.dampak.estimate.Dropped;
import id.dampak.estimate.Panel;
import java.util.List;

/**
 * What one specification is estimated on.
 *
 * @param panel the observations, in the columns that {@link Columns} names
 * @param dropped observations of the market that did not become rows, by reason
 * @param suspended relative periods in which the feature was off, in order; 0 is the first of them
 * @param eventPeriod index of the first suspended period, moved by the specification's shift
 */
public record Observations(
    Panel panel, List<Dropped> dropped, List<Integer> suspended, int eventPeriod) {

  /** Canonical constructor; copies the lists. */
  public Observations {
    dropped = List.copyOf(dropped);
    suspended = List.copyOf(suspended);
  }

  /** The names of the panel's columns. */
  public static final class Columns {
    /** Sales in units of the currency, of which the outcome is formed. */
    public static final String AMOUNT = "amount";

    public static final String OUTCOME = "outcome";
    public static final String WEIGHT = "weight";
    public static final String TREATMENT = "treatment";

    /** First period in which the observation's unit was treated; infinite where never. */
    public static final String COHORT = "cohort";

    /** 1 from the cohort on, 0 before. */
    public static final String TREATED = "treated";

    /** 1 for units that have a cohort, 0 for the others. */
    public static final String EVER_TREATED = "ever_treated";

    public static final String EXPOSURE = "exposure";
    public static final String BASELINE = "baseline";
    public static final String PERIOD = "period";
    public static final String UNIT = "unit";
    public static final String REGION = "region";
    public static final String SECTOR = "sector";
    public static final String SIZE_CLASS = "size_class";
    public static final String CHANNEL = "channel";
    public static final String DAY_OF_WEEK = "day_of_week";
    public static final String MONTH = "month";

    /** The channel that was suspended, of those in {@link #CHANNEL}. */
    public static final String FEATURE = "feature";

    /** The other channels, summed. */
    public static final String OTHER = "other";

    private Columns() {}
  }
}
