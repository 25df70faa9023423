package id.dampak.job;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.StudyText;
import id.dampak.contract.Field;
import id.dampak.contract.LossAccount;
import id.dampak.contract.PublishedAccount;
import id.dampak.contract.PublishedLoss;
import id.dampak.contract.Table;
import id.dampak.method.AccountEntry.Basis;
import id.dampak.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.junit.jupiter.api.Test;

/** No group of an account is shown whose loss is hidden, and nothing that it follows from. */
class PublishedAccountRowsTest {
  private static final String DEPENDENCE = "dependence";

  private static final Study STUDY =
      StudyText.daily()
          .with("dimensions", "[region, size_class]")
          .with(
              "accounting",
              "{survey_weights: {by: region, weights: {'31': 2, '51': 3}, source: a survey}}")
          .read();

  @Test
  void whereEveryLossIsShownEveryNumberIs() {
    assertThat(shown(losses("31", "51", "mikro"), account("")).values()).containsOnly(true);
  }

  @Test
  void aHiddenGroupTakesWithItWhatItWouldFollowFrom() {
    Map<String, Boolean> shown = shown(losses("31", "mikro"), account(""));

    assertThat(hidden(shown))
        .containsExactlyInAnyOrder(
            "loss region 51", "discrepancy region all", "extrapolation total all");
  }

  @Test
  void aGroupOfAnotherDimensionLeavesTheExtrapolation() {
    assertThat(hidden(shown(losses("31", "51"), account(""))))
        .containsExactlyInAnyOrder("loss size_class mikro", "discrepancy size_class all");
  }

  @Test
  void whereOneGroupByDependenceIsTooSmallNoneIsShown() {
    assertThat(hidden(shown(losses("31", "51", "mikro"), account(DEPENDENCE))))
        .containsExactlyInAnyOrder(
            "loss dependence never exposed",
            "loss dependence lowest third",
            "discrepancy dependence all");
  }

  @Test
  void withoutATotalOnlyWhatIsNotAboutTheDataIsShown() {
    Map<String, Boolean> shown = shown(List.of(), account(""));

    assertThat(shown.keySet().stream().filter(shown::get))
        .containsExactlyInAnyOrder("accounting total COST", "refusal total extrapolation");
  }

  @Test
  void hiddenRowsHaveNoNumbers() {
    List<FieldReader> rows = published(List.of(), account(""));
    for (FieldReader row : rows) {
      boolean published = row.flag(PublishedAccount.PUBLISHED);
      assertThat(row.optionalNumber(PublishedAccount.ESTIMATE).isPresent()).isEqualTo(published);
      assertThat(row.row().isNullAt(row.row().fieldIndex("units"))).isEqualTo(!published);
      assertThat(row.optionalText(PublishedAccount.NOTE).isPresent()).isEqualTo(published);
    }
  }

  private static List<String> hidden(Map<String, Boolean> shown) {
    return shown.entrySet().stream().filter(row -> !row.getValue()).map(Map.Entry::getKey).toList();
  }

  private static Map<String, Boolean> shown(List<Row> losses, List<Row> account) {
    return published(losses, account).stream()
        .collect(
            Collectors.toMap(
                row ->
                    String.join(
                        " ",
                        row.text(PublishedAccount.BASIS),
                        row.text(PublishedAccount.DIMENSION),
                        row.text(PublishedAccount.GROUP)),
                row -> row.flag(PublishedAccount.PUBLISHED)));
  }

  private static List<FieldReader> published(List<Row> losses, List<Row> account) {
    return PublishedAccountRows.of(STUDY, "run-2", losses, account).stream()
        .map(row -> (Row) new GenericRowWithSchema(values(row), PublishedAccount.TABLE.schema()))
        .map(FieldReader::new)
        .toList();
  }

  private static Object[] values(Row row) {
    Object[] values = new Object[row.size()];
    java.util.Arrays.setAll(values, row::get);
    return values;
  }

  /** The total, and the losses of these groups, are shown. */
  private static List<Row> losses(String... groups) {
    List<Row> rows = new ArrayList<>(List.of(loss("total", "all", true)));
    Stream.of("31", "51")
        .forEach(group -> rows.add(loss("region", group, List.of(groups).contains(group))));
    rows.add(loss("size_class", "mikro", List.of(groups).contains("mikro")));
    return rows;
  }

  private static Row loss(String dimension, String group, boolean published) {
    return row(
        PublishedLoss.TABLE,
        Map.of(
            PublishedLoss.SPECIFICATION, "headline",
            PublishedLoss.DIMENSION, dimension,
            PublishedLoss.GROUP, group,
            PublishedLoss.PUBLISHED, published));
  }

  /** An account in which the groups of one dimension are too small. */
  private static List<Row> account(String small) {
    List<Row> rows = new ArrayList<>();
    rows.add(entry(Basis.LOSS, "total", "all", false));
    for (String group : List.of("31", "51")) {
      rows.add(entry(Basis.LOSS, "region", group, false));
    }
    rows.add(entry(Basis.LOSS, "size_class", "mikro", false));
    for (String group : List.of("never exposed", "lowest third")) {
      rows.add(entry(Basis.LOSS, DEPENDENCE, group, small.equals(DEPENDENCE)));
    }
    for (String dimension : List.of("region", "size_class", DEPENDENCE)) {
      rows.add(entry(Basis.DISCREPANCY, dimension, "all", false));
    }
    rows.add(entry(Basis.SPILLOVER_GAIN, "total", "all", false));
    rows.add(entry(Basis.SPILLOVER_LOSS, "total", "all", false));
    rows.add(entry(Basis.EXTRAPOLATION, "total", "all", false));
    rows.add(entry(Basis.ACCOUNTING, "total", "COST", false));
    rows.add(entry(Basis.REFUSAL, "total", "extrapolation", false));
    return rows;
  }

  private static Row entry(Basis basis, String dimension, String group, boolean suppressed) {
    return row(
        LossAccount.TABLE,
        Map.of(
            LossAccount.SPECIFICATION,
            "headline",
            LossAccount.BASIS,
            basis.toString(),
            LossAccount.DIMENSION,
            dimension,
            LossAccount.GROUP,
            group,
            LossAccount.MEASURE,
            "net",
            LossAccount.UNITS,
            30L,
            LossAccount.ESTIMATE,
            5.0,
            LossAccount.NOTE,
            "note",
            LossAccount.SUPPRESSED,
            suppressed));
  }

  private static Row row(Table table, Map<Field, Object> values) {
    return new GenericRowWithSchema(
        table.fields().stream().map(values::get).toArray(), table.schema());
  }
}
