package id.dampak.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The Basque data as Synth's help page puts them together. */
public final class BasqueData {
  private static final String SPAIN = "1";
  private static final String BASQUE = "17";
  static final List<String> SCHOOL =
      List.of("school.illit", "school.prim", "school.med", "school.high");
  static final List<String> SECTORS =
      List.of(
          "agriculture",
          "energy",
          "industry",
          "construction",
          "services.venta",
          "services.nonventa");

  private BasqueData() {}

  /** Without Spain as a whole, and with schooling as the shares of the help page. */
  static Panel panel(Reference basque) {
    List<String> columns = new ArrayList<>(List.of("regionno", "year", "gdpcap", "invest"));
    columns.add("popdens");
    columns.add("school.post.high");
    columns.addAll(SCHOOL);
    SECTORS.forEach(sector -> columns.add("sec." + sector));
    Panel all = basque.panel(columns.toArray(String[]::new));
    int[] rows =
        IntStream.range(0, all.observations())
            .filter(row -> !all.label("regionno", row).equals(SPAIN))
            .toArray();
    Panel.Builder builder = Panel.ofRows(rows.length);
    columns.stream()
        .filter(column -> !column.startsWith("school"))
        .forEach(column -> builder.numeric(column, i -> all.number(column, rows[i])));
    builder.numeric(
        "terrorism",
        i ->
            all.label("regionno", rows[i]).equals(BASQUE) && all.number("year", rows[i]) >= 1970
                ? 1
                : 0);
    Map<String, Map<String, Double>> shares = shares(all);
    SCHOOL.forEach(
        column ->
            builder.numeric(column, i -> share(shares, all.label("regionno", rows[i]), column)));
    return builder.build();
  }

  private static double share(
      Map<String, Map<String, Double>> shares, String region, String column) {
    return shares.getOrDefault(region, Map.of()).getOrDefault(column, Double.NaN);
  }

  private static Map<String, Map<String, Double>> shares(Panel all) {
    Map<String, Map<String, Double>> sums = new TreeMap<>();
    for (int row = 0; row < all.observations(); row++) {
      if (Double.isNaN(all.number("school.illit", row))) {
        continue;
      }
      Map<String, Double> sum =
          sums.computeIfAbsent(all.label("regionno", row), r -> new TreeMap<>());
      for (String column : SCHOOL) {
        sum.merge(column, all.number(column, row), Double::sum);
      }
      sum.merge("school.high", all.number("school.post.high", row), Double::sum);
    }
    sums.values()
        .forEach(
            sum -> {
              double total = sum.values().stream().mapToDouble(Double::doubleValue).sum();
              sum.replaceAll((column, value) -> 100 * value / total);
            });
    return sums;
  }

  /** The same as the lines of a CSV file with a header. */
  public static List<String> lines(Reference basque) {
    Panel panel = panel(basque);
    List<String> columns =
        Stream.of(
                List.of("regionno", "year", "gdpcap", "invest", "popdens", "terrorism"),
                SCHOOL,
                SECTORS.stream().map(sector -> "sec." + sector).toList())
            .flatMap(List::stream)
            .toList();
    return Stream.concat(
            Stream.of(String.join(",", columns)),
            IntStream.range(0, panel.observations())
                .mapToObj(
                    row ->
                        columns.stream()
                            .map(column -> field(panel.number(column, row)))
                            .collect(Collectors.joining(","))))
        .toList();
  }

  /** The predictors of the help page, as the command line spells them. */
  public static List<String> predictors() {
    return Stream.of(
            SCHOOL.stream().map(column -> column + ":1964"),
            Stream.of("invest:1964..1969", "gdpcap:1960..1969"),
            SECTORS.stream().map(sector -> "sec." + sector + ":1961..1969/2"),
            Stream.of("popdens:1969"))
        .flatMap(predictors -> predictors)
        .toList();
  }

  private static String field(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }
}
