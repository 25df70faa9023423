package id.dampak.bronze;

import id.dampak.bronze.CellStyles.Meaning;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The number of a cell as the text that a CSV export would have. */
final class CellNumber {
  /** Digits that a binary number of eight bytes keeps; behind them a fraction is noise. */
  private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_UP);

  /** No number of eight bytes has more digits before or behind the point. */
  private static final int MOST_DIGITS = 400;

  private static final int DIGITS_OF_A_GROUP = 3;

  private static final BigDecimal MILLISECONDS = BigDecimal.valueOf(86_400_000);
  private static final LocalDateTime EPOCH = LocalDateTime.of(1899, 12, 30, 0, 0);
  private static final LocalDateTime EPOCH_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);

  /** The first spreadsheet took 1900 for a leap year, and all others follow it. */
  private static final int NO_SUCH_DAY = 60;

  private static final int LAST_DAY = 2_958_465;

  private static final DateTimeFormatter TO_THE_SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter TO_THE_MILLISECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private CellNumber() {}

  /** Where the count of days starts. */
  enum Calendar {
    FROM_1900,
    FROM_1904
  }

  /** The text of a number; empty where it is none, or none of its meaning. */
  static Optional<String> text(String number, Meaning meaning, Calendar calendar) {
    BigDecimal value;
    try {
      value = new BigDecimal(number.strip());
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
    if (Math.abs((long) value.scale()) > MOST_DIGITS || value.precision() > MOST_DIGITS) {
      return Optional.empty();
    }
    return switch (meaning) {
      case NUMBER -> Optional.of(plain(value));
      case DATE, DATE_AND_TIME, TIME -> point(value, calendar).map(point -> shown(point, meaning));
    };
  }

  private static String plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    // A long identifier keeps its digits; only behind the point is there noise.
    BigDecimal kept = stripped.scale() > 0 ? stripped.round(KEPT).stripTrailingZeros() : stripped;
    // With three decimals, 1.125 could be taken for a text that means 1,125; 1.1250 cannot.
    BigDecimal clear = kept.scale() == DIGITS_OF_A_GROUP ? kept.setScale(kept.scale() + 1) : kept;
    return clear.signum() == 0 ? "0" : clear.toPlainString();
  }

  private static Optional<LocalDateTime> point(BigDecimal value, Calendar calendar) {
    int day = value.max(BigDecimal.valueOf(-1)).min(BigDecimal.valueOf(LAST_DAY + 1L)).intValue();
    if (value.signum() < 0 || day > LAST_DAY) {
      return Optional.empty();
    }
    long milliseconds =
        value.multiply(MILLISECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    return switch (calendar) {
      case FROM_1904 -> Optional.of(plus(EPOCH_1904, milliseconds));
      case FROM_1900 ->
          day == NO_SUCH_DAY
              ? Optional.empty()
              : Optional.of(plus(day < NO_SUCH_DAY ? EPOCH.plusDays(1) : EPOCH, milliseconds));
    };
  }

  private static LocalDateTime plus(LocalDateTime epoch, long milliseconds) {
    return epoch.plus(java.time.Duration.ofMillis(milliseconds));
  }

  private static String shown(LocalDateTime point, Meaning meaning) {
    boolean midnight = point.toLocalTime().equals(LocalTime.MIDNIGHT);
    if (meaning == Meaning.DATE && midnight) {
      return point.toLocalDate().toString();
    }
    if (meaning == Meaning.TIME && isFirstDay(point)) {
      return CLOCK.format(point);
    }
    boolean whole = point.equals(point.truncatedTo(ChronoUnit.SECONDS));
    return (whole ? TO_THE_SECOND : TO_THE_MILLISECOND).format(point);
  }

  private static boolean isFirstDay(LocalDateTime point) {
    return point.toLocalDate().equals(EPOCH.toLocalDate().plusDays(1))
        || point.toLocalDate().equals(EPOCH_1904.toLocalDate());
  }
}
