package id.dampak.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.SharedSpark;
import id.dampak.error.DampakException;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Fit;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.MomentEstimator;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Variance;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One panel estimated both ways: held in memory, and summed up by Spark. */
@Tag("spark")
class ObservationTableTest {
  private static final SparkSession SPARK = SharedSpark.session();
  private static final MemoryBudget NOTHING = new MemoryBudget(0);
  private static final MemoryBudget ENOUGH = new MemoryBudget(1 << 30);
  private static final double DIGITS = 1e-10;

  private static final FixedEffectsRegression REGRESSION =
      FixedEffectsRegression.of("y", List.of("x", "d"))
          .absorbing("merchant", "region^day")
          .with(Variance.clusteredBy("merchant"));

  private static final ExposureEventStudy STUDY =
      ExposureEventStudy.of("y", "exposure", "merchant", "day", 12)
          .but()
          .within("region")
          .weightedBy("size")
          .build();

  /** 300 merchants in four regions over 20 days, a tenth of the cells missing. */
  private static Dataset<Row> sales() {
    Random random = new Random(7);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      double exposure = i % 2 == 0 ? 0 : random.nextDouble();
      for (int day = 1; day <= 20; day++) {
        double x = random.nextGaussian() + day % 7;
        double d = day >= 12 && day < 15 ? exposure : 0;
        double y = 5 + x - 0.4 * d + i % 10 + random.nextGaussian();
        if (random.nextDouble() > 0.1) {
          Object seen = random.nextDouble() < 0.01 ? null : x;
          rows.add(
              RowFactory.create(
                  "m" + i, "region " + i % 4, day, 1L + i % 3, exposure, seen, (float) d, y));
        }
      }
    }
    StructType schema =
        new StructType()
            .add("merchant", DataTypes.StringType)
            .add("region", DataTypes.StringType)
            .add("day", DataTypes.IntegerType)
            .add("size", DataTypes.LongType)
            .add("exposure", DataTypes.DoubleType)
            .add("x", DataTypes.DoubleType)
            .add("d", DataTypes.FloatType)
            .add("y", DataTypes.DoubleType);
    return SPARK.createDataFrame(rows, schema);
  }

  @Test
  void bothWaysGiveTheSameDigits() {
    ObservationTable table = ObservationTable.of(sales());
    for (MomentEstimator estimator : List.of(REGRESSION, STUDY)) {
      Fit held = table.fit(estimator, ENOUGH);
      Fit summed = table.fit(estimator, NOTHING);
      assertThat(summed.observations()).isEqualTo(held.observations());
      assertThat(summed.clusters()).isEqualTo(held.clusters());
      assertThat(summed.dropped()).isEqualTo(held.dropped());
      assertThat(summed.warnings()).isEqualTo(held.warnings());
      assertThat(summed.estimates())
          .extracting(Estimate::term)
          .isEqualTo(held.estimates().stream().map(Estimate::term).toList());
      for (int j = 0; j < held.estimates().size(); j++) {
        near(summed.estimates().get(j).estimate(), held.estimates().get(j).estimate());
        near(summed.estimates().get(j).stdError(), held.estimates().get(j).stdError());
      }
    }
  }

  private static void near(double value, double expected) {
    assertThat(Math.abs(value / expected - 1))
        .as("%s against %s", value, expected)
        .isLessThan(DIGITS);
  }

  @Test
  void partitionsAndTheOrderOfRowsChangeNoDigit() {
    Dataset<Row> sales = sales();
    Fit once = fit(sales.repartition(3), 2);
    Fit again = fit(sales.orderBy("y"), 5);
    Fit third = fit(sales.coalesce(1), 64);
    assertThat(again.estimates()).isEqualTo(once.estimates());
    assertThat(third.estimates()).isEqualTo(once.estimates());
    assertThat(third.covariance()).isEqualTo(once.covariance());
  }

  private static Fit fit(Dataset<Row> rows, int partitions) {
    String setting = "spark.sql.shuffle.partitions";
    String before = SPARK.conf().get(setting);
    SPARK.conf().set(setting, partitions);
    try {
      return REGRESSION.fit(ObservationTable.of(rows).moments(REGRESSION));
    } finally {
      SPARK.conf().set(setting, before);
    }
  }

  @Test
  void aPanelHoldsWhatTheTableHolds() {
    Panel panel = ObservationTable.of(sales()).panel(REGRESSION);
    List<Row> rows = sales().collectAsList();
    assertThat(panel.observations()).isEqualTo(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      assertThat(panel.label("merchant", i)).isEqualTo(row.<String>getAs("merchant"));
      assertThat(panel.label("day", i)).isEqualTo(row.getAs("day").toString());
      assertThat(panel.number("d", i)).isEqualTo(row.<Float>getAs("d").doubleValue());
      Double x = row.getAs("x");
      assertThat(panel.number("x", i)).isEqualTo(Double.valueOf(x == null ? Double.NaN : x));
    }
  }

  @Test
  void whatATaskRefusesIsToldAsIfItHadBeenRefusedHere() {
    Dataset<Row> broken =
        sales()
            .withColumn(
                "y", functions.expr("IF(merchant = 'm17' AND day = 3, double('Infinity'), y)"));
    assertThatThrownBy(() -> ObservationTable.of(broken).fit(REGRESSION, NOTHING))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("\"y\" is infinite in a row with merchant = m17");
    Dataset<Row> twice = sales().union(sales().where("merchant = 'm5' AND day = 2"));
    assertThatThrownBy(() -> ObservationTable.of(twice).fit(STUDY, NOTHING))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("two rows with merchant = m5 and day = 2");
    assertThatThrownBy(() -> ObservationTable.of(sales().drop("x")).fit(REGRESSION, NOTHING))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("No column \"x\"");
  }
}
