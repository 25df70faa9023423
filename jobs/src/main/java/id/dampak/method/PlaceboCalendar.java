package id.dampak.method;

import id.dampak.error.DampakException;
import id.dampak.error.PowerErrors;
import id.dampak.estimate.inference.PlaceboPower;
import id.dampak.estimate.inference.PlaceboStarts;
import id.dampak.study.Period;
import id.dampak.study.Specification;
import id.dampak.study.Specification.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * On which dates before a suspension a placebo of it could have begun: of the same weekday if those
 * are enough for a test ever to reject, else of every weekday.
 *
 * @param period what a period is
 * @param seasonal the starts of the same weekday, and hour where periods are hours
 * @param chosen the starts that are used
 * @param fewest starts that a test needs
 * @param size size of that test
 */
public record PlaceboCalendar(
    Period period, PlaceboStarts seasonal, PlaceboStarts chosen, int fewest, double size) {
  private static final int HOURS_OF_A_DAY = 24;
  private static final int DAYS_OF_A_WEEK = 7;

  /**
   * The dates for a specification.
   *
   * @param event index of the first suspended period
   * @param length periods from there to the last suspended one
   * @throws DampakException where there is not a single one
   */
  public static PlaceboCalendar of(
      Specification specification, Period period, int event, int length, double size) {
    int first = specification.outcome() instanceof Outcome.LogRatio ratio ? ratio.lag() : 0;
    int fewest = PlaceboPower.fewest(size);
    int leads = specification.leads();
    PlaceboStarts seasonal = new PlaceboStarts(first, event, leads, length, season(period));
    PlaceboStarts all = new PlaceboStarts(first, event, leads, length, day(period));
    if (all.periods().isEmpty()) {
      throw PowerErrors.noDates(
          specification.name(),
          period.truncation(),
          Math.max(0, event - first),
          leads,
          length,
          all.needed(fewest));
    }
    boolean enough = seasonal.periods().size() >= fewest;
    return new PlaceboCalendar(period, seasonal, enough ? seasonal : all, fewest, size);
  }

  /** Whether the dates are of the same weekday as the suspension. */
  public boolean sameWeekday() {
    return chosen.equals(seasonal);
  }

  /** The starts of an event as short as can be, those of every longer one among them. */
  public List<Integer> starts() {
    return new PlaceboStarts(chosen.first(), chosen.event(), chosen.before(), 1, chosen.step())
        .periods();
  }

  /** Why a test over these dates can never reject, if so. */
  public Optional<DampakException> refusal() {
    int dates = chosen.periods().size();
    return dates >= fewest
        ? Optional.empty()
        : Optional.of(
            PowerErrors.tooFewDates(
                dates,
                fewest,
                size,
                period.truncation(),
                chosen.event() - chosen.first(),
                chosen.needed(fewest)));
  }

  private static int season(Period period) {
    return switch (period) {
      case HOUR -> HOURS_OF_A_DAY * DAYS_OF_A_WEEK;
      case DAY -> DAYS_OF_A_WEEK;
      case WEEK, MONTH, QUARTER -> 1;
    };
  }

  private static int day(Period period) {
    return period == Period.HOUR ? HOURS_OF_A_DAY : 1;
  }
}
