package id.dampak.gold;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.SharedSpark;
import id.dampak.StudyText;
import id.dampak.contract.Field;
import id.dampak.contract.ReleasedSales;
import id.dampak.study.Study;
import id.dampak.study.Study.Dimension;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is kept of releases against a twin that keeps every release in whole: units come and go,
 * change their groups and amounts, and sell nothing for a while.
 */
@Tag("spark")
class KeptSalesTest {
  private static final List<Field> SALES =
      List.of(
          ReleasedSales.WINDOW,
          ReleasedSales.REGION_CODE,
          ReleasedSales.SIZE_CLASS,
          ReleasedSales.SECTOR,
          ReleasedSales.UNIT_ID,
          ReleasedSales.AMOUNT);

  private final Random random = new Random(20250830);
  private final Map<String, Map<Seat, Sale>> releases = new TreeMap<>();
  private Dataset<Row> kept = rows(List.of());

  private record Seat(String window, String unit) {}

  private record Sale(String region, String sizeClass, long amount) {}

  @Test
  void changesSinceEachReleaseAreThoseFromItsSalesInWhole() {
    Study study = StudyText.daily().with("dimensions", "[region]").read();
    Map<Seat, Sale> sales = new HashMap<>();
    for (int release = 1; release <= 4; release++) {
      sales = later(sales);
      release("run-" + release, release, sales);
    }
    Map<Seat, Sale> now = later(sales);

    assertThat(
            Rows.texts(
                KeptSales.changes(kept, sales("", 0, now), study),
                "run_id",
                "window",
                "region_code",
                "size_class",
                "unit_id",
                "amount"))
        .containsExactlyInAnyOrderElementsOf(changes(now, study));
  }

  @Test
  void aReleaseOfTheSameSalesKeepsNothing() {
    Map<Seat, Sale> sales = later(Map.of());
    release("run-1", 1, sales);

    assertThat(KeptSales.unkept(kept, sales("", 0, sales)).collectAsList()).isEmpty();
    assertThat(KeptSales.unkept(kept, sales("", 0, Map.of())).count())
        .as("all units that sold something are gone")
        .isEqualTo(sales.values().stream().filter(sale -> sale.amount() > 0).count());
  }

  /** Some units leave, some come, others sell more, nothing, or elsewhere. */
  private Map<Seat, Sale> later(Map<Seat, Sale> sales) {
    Map<Seat, Sale> later = new HashMap<>();
    for (int unit = 0; unit < 20; unit++) {
      for (String window : List.of(WindowSales.BEFORE, WindowSales.DURING)) {
        Seat seat = new Seat(window, "u" + unit);
        Sale before = sales.get(seat);
        int fate = random.nextInt(8);
        if (before == null || fate == 1) {
          later.put(seat, new Sale("r" + random.nextInt(3), "s" + random.nextInt(2), fate * 10L));
        } else if (fate > 1) {
          later.put(seat, new Sale(before.region(), before.sizeClass(), moved(before, fate)));
        }
      }
    }
    return later;
  }

  private static long moved(Sale before, int fate) {
    return switch (fate) {
      case 2 -> 0;
      case 3 -> before.amount() + 5;
      default -> before.amount();
    };
  }

  private void release(String run, int second, Map<Seat, Sale> sales) {
    releases.put(run, sales);
    Dataset<Row> unkept = KeptSales.unkept(kept, sales(run, second, sales));
    kept =
        rows(
            Stream.concat(
                    kept.collectAsList().stream(),
                    named(unkept, run, second).collectAsList().stream())
                .toList());
  }

  private static Dataset<Row> named(Dataset<Row> unkept, String run, int second) {
    return unkept
        .withColumn(ReleasedSales.STUDY.name(), functions.lit("test-study"))
        .withColumn(ReleasedSales.RUN_ID.name(), functions.lit(run))
        .withColumn(ReleasedSales.RELEASED_AT.name(), functions.lit(new Timestamp(second * 1000L)))
        .select(ReleasedSales.TABLE.columns());
  }

  private static Dataset<Row> sales(String run, int second, Map<Seat, Sale> sales) {
    List<Row> rows = new ArrayList<>();
    sales.forEach(
        (seat, sale) ->
            rows.add(
                RowFactory.create(
                    "test-study",
                    run,
                    seat.window(),
                    seat.unit(),
                    new Timestamp(second * 1000L),
                    sale.region(),
                    sale.sizeClass(),
                    "G",
                    sale.amount())));
    return rows(rows).select(SALES.stream().map(Field::col).toArray(Column[]::new));
  }

  private static Dataset<Row> rows(List<Row> rows) {
    return SharedSpark.session().createDataFrame(rows, ReleasedSales.TABLE.schema()).coalesce(1);
  }

  private List<String> changes(Map<Seat, Sale> now, Study study) {
    List<String> changes = new ArrayList<>();
    releases.forEach(
        (run, then) ->
            Stream.concat(then.keySet().stream(), now.keySet().stream())
                .distinct()
                .forEach(
                    seat -> {
                      Map<String, Long> byGroup = new TreeMap<>();
                      add(byGroup, Optional.ofNullable(now.get(seat)), study, 1);
                      add(byGroup, Optional.ofNullable(then.get(seat)), study, -1);
                      byGroup.forEach(
                          (group, change) -> {
                            if (change != 0) {
                              changes.add(
                                  String.join(
                                      " | ",
                                      run,
                                      seat.window(),
                                      group,
                                      seat.unit(),
                                      Long.toString(Math.abs(change))));
                            }
                          });
                    }));
    return changes;
  }

  private static void add(Map<String, Long> byGroup, Optional<Sale> sale, Study study, int sign) {
    boolean split = study.dimensions().contains(Dimension.SIZE_CLASS);
    sale.ifPresent(
        sold ->
            byGroup.merge(
                sold.region() + " | " + (split ? sold.sizeClass() : "all"),
                sign * sold.amount(),
                Long::sum));
  }
}
