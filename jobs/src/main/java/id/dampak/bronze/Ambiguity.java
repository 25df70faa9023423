package id.dampak.bronze;

import id.dampak.error.InputErrors;
import id.dampak.format.NumberStyle;
import id.dampak.study.Fields;
import id.dampak.study.Input;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds dates and numbers that mean two things, where neither the study nor the format says which.
 * A file with one is refused as a whole: to set the row aside and read the others would be a guess
 * about the others.
 */
final class Ambiguity {
  /** Day and month in either order, then a year. */
  private static final Pattern SLASHED =
      Pattern.compile("^(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})\\b.*");

  private static final Pattern GROUPED = Pattern.compile(NumberStyle.GROUPED);
  private static final int MONTHS = 12;

  private final Input input;
  private final SourceFile file;
  private final List<String> dates;
  private final List<String> numbers;

  Ambiguity(Input input, SourceFile file) {
    this.input = input;
    this.file = file;
    this.dates = input.notation().dates().isPresent() ? List.of() : dates(input);
    this.numbers =
        input.notation().numbers().isPresent()
            ? List.of()
            : sources(Fields.numbers(input.target()));
  }

  /** Where rows become those of the target by rules of their own, the format knows its dates. */
  private List<String> dates(Input read) {
    List<String> own = read.format().declaration().dateColumns();
    return own.isEmpty() ? sources(Fields.moments(read.target())) : own;
  }

  private List<String> sources(List<String> fields) {
    return fields.stream()
        .flatMap(field -> input.mapping(field).reads().stream())
        .distinct()
        .toList();
  }

  /** Refuses a file that has one; reads it only where there can be one. */
  void refuse(RowReader rows) {
    List<String> searched = new ArrayList<>(dates);
    searched.addAll(numbers);
    if (searched.stream().noneMatch(rows.columns()::contains)) {
      return;
    }
    while (rows.hasNext()) {
      LandedRow row = rows.next();
      dates.forEach(column -> text(row, column).ifPresent(text -> date(row, column, text)));
      numbers.forEach(column -> text(row, column).ifPresent(text -> number(row, column, text)));
    }
  }

  private static Optional<String> text(LandedRow row, String column) {
    return Optional.ofNullable(row.fields().get(column))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private void date(LandedRow row, String column, String text) {
    Map<String, String> readings = readings(text);
    if (readings.values().stream().distinct().count() > 1) {
      throw InputErrors.ambiguousDate(
          file.input(), file.place(), row.number(), column, text, listed(readings));
    }
    if (!readings.isEmpty() && input.format().declaration().datePatterns().size() > 1) {
      throw InputErrors.undeclaredDate(
          file.input(),
          file.place(),
          row.number(),
          column,
          text,
          listed(readings),
          input.format().declaration().datePatterns());
    }
  }

  /** What a date means by each pattern that can read it: the format's, or day or month first. */
  private Map<String, String> readings(String text) {
    Map<String, String> readings = new LinkedHashMap<>();
    for (String pattern : input.format().declaration().datePatterns()) {
      read(pattern, text).ifPresent(day -> readings.put(pattern, day.toString()));
    }
    Matcher slashed = SLASHED.matcher(text);
    if (readings.isEmpty() && slashed.matches()) {
      int first = Integer.parseInt(slashed.group(1));
      int second = Integer.parseInt(slashed.group(3));
      String mark = slashed.group(2);
      day(slashed.group(4), second, first)
          .ifPresent(day -> readings.put("dd" + mark + "MM" + mark + "yyyy", day));
      day(slashed.group(4), first, second)
          .ifPresent(day -> readings.put("MM" + mark + "dd" + mark + "yyyy", day));
    }
    return readings;
  }

  private static Optional<String> day(String year, int month, int day) {
    return month <= MONTHS
        ? Optional.of(
            "%s-%02d-%02d".formatted(year, month, day)) // a day that is none is the typing's
        : Optional.empty();
  }

  private static Optional<LocalDate> read(String pattern, String text) {
    try {
      return Optional.ofNullable(
          DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
              .parse(text)
              .query(TemporalQueries.localDate()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void number(LandedRow row, String column, String text) {
    if (GROUPED.matcher(text).matches()) {
      Map<String, String> readings = new LinkedHashMap<>();
      for (NumberStyle style : NumberStyle.values()) {
        style
            .read(text)
            .ifPresent(
                number ->
                    readings.put(style.name().toLowerCase(Locale.ROOT), number.toPlainString()));
      }
      throw InputErrors.ambiguousNumber(
          file.input(), file.place(), row.number(), column, text, listed(readings));
    }
  }

  private static String listed(Map<String, String> readings) {
    List<String> said = new ArrayList<>();
    readings.forEach((how, what) -> said.add(what + " if " + how));
    return String.join(", ", said);
  }
}
