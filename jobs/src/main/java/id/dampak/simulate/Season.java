package id.dampak.simulate;

import java.time.LocalDate;

/**
 * The calendar's factor on everybody's sales, in every channel alike: the week, the days after pay
 * day, and twin dates such as 9 September (9.9). Sizes are assumed.
 */
final class Season {
  private static final double PAYDAY = 1.12;
  private static final double TWIN_DATE = 1.60;

  static double factor(LocalDate day) {
    return week(day) * (paid(day) ? PAYDAY : 1) * (twin(day) ? TWIN_DATE : 1);
  }

  private static double week(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case MONDAY -> 0.94;
      case TUESDAY -> 0.93;
      case WEDNESDAY -> 0.95;
      case THURSDAY -> 0.99;
      case FRIDAY -> 1.05;
      case SATURDAY -> 1.10;
      case SUNDAY -> 1.04;
    };
  }

  /** Wages are paid around the 25th and last into the first days of the month. */
  private static boolean paid(LocalDate day) {
    return day.getDayOfMonth() >= 25 || day.getDayOfMonth() <= 2;
  }

  private static boolean twin(LocalDate day) {
    return day.getDayOfMonth() == day.getMonthValue();
  }

  private Season() {}
}
