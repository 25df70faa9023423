package id.dampak.job;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.contract.CalendarRow;
import id.dampak.contract.Field;
import id.dampak.contract.ReferenceText;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceFileTest {
  private static final List<Map<String, String>> CALENDAR =
      ReferenceText.named("calendar.csv").records();
  private static final int FIRST_YEAR = 2018;
  private static final int LAST_YEAR = 2026;

  static List<ReferenceFile> files() {
    return ReferenceFile.ALL;
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileHasTheColumnsOfItsTableBeforeTheVersion(ReferenceFile file) {
    List<String> columns = file.table().fields().stream().map(Field::name).toList();

    assertThat(columns).endsWith("source", "version");
    assertThat(file.text().header()).isEqualTo(columns.subList(0, columns.size() - 1));
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyRowHasASourceAndAKeyOfItsOwn(ReferenceFile file) {
    Set<List<String>> keys = new HashSet<>();
    for (Map<String, String> row : file.text().records()) {
      assertThat(row.get("source")).isNotBlank();
      assertThat(keys.add(file.table().grain().stream().map(key -> row.get(key.name())).toList()))
          .as(row.toString())
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyRowCanBeTyped(ReferenceFile file) {
    assertThat(LoadReference.rows(file.table(), file.text())).isNotEmpty();
  }

  @Test
  void lebaranHasTwoDaysEveryYearAndRamadanLastsUntilTheFirst() {
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      LocalDate first = only(days("national_holiday", "Hari Raya Idul Fitri", year));
      assertThat(only(days("national_holiday", "Hari kedua Idul Fitri", year)))
          .isEqualTo(first.plusDays(1));
      Map<String, String> ramadan = only(rows("ramadan", year).toList());
      assertThat(until(ramadan)).isEqualTo(first);
      assertThat(ChronoUnit.DAYS.between(from(ramadan), until(ramadan))).isBetween(29L, 30L);
    }
  }

  @Test
  void paydaysAndTwinDatesFollowTheirRule() {
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      int y = year;
      assertThat(rows("payday", year))
          .hasSize(12)
          .allSatisfy(
              row -> {
                assertThat(from(row).getDayOfMonth()).isEqualTo(25);
                assertThat(until(row)).isEqualTo(from(row).plusMonths(1).withDayOfMonth(1));
              });
      assertThat(rows("twin_date", year).map(ReferenceFileTest::from))
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, 12).mapToObj(n -> LocalDate.of(y, n, n)).toList());
      assertThat(rows("harbolnas", year).map(ReferenceFileTest::from))
          .containsExactly(LocalDate.of(year, 12, 12));
    }
  }

  @Test
  void everyYearHasTheHolidaysOfFixedDates() {
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      assertThat(rows("national_holiday", year).map(ReferenceFileTest::from))
          .contains(
              LocalDate.of(year, 1, 1),
              LocalDate.of(year, 5, 1),
              LocalDate.of(year, 6, 1),
              LocalDate.of(year, 8, 17),
              LocalDate.of(year, 12, 25));
    }
  }

  private static Stream<Map<String, String>> rows(String kind, int year) {
    return CALENDAR.stream()
        .filter(row -> kind.equals(row.get(CalendarRow.KIND.name())))
        .filter(row -> from(row).getYear() == year);
  }

  private static List<LocalDate> days(String kind, String name, int year) {
    return rows(kind, year)
        .filter(row -> name.equals(row.get(CalendarRow.NAME.name())))
        .map(ReferenceFileTest::from)
        .toList();
  }

  private static <T> T only(List<T> values) {
    assertThat(values).hasSize(1);
    return values.get(0);
  }

  private static LocalDate from(Map<String, String> row) {
    return LocalDate.parse(row.get(CalendarRow.FROM_DAY.name()));
  }

  private static LocalDate until(Map<String, String> row) {
    return LocalDate.parse(row.get(CalendarRow.UNTIL_DAY.name()));
  }
}
