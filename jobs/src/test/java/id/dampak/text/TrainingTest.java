package id.dampak.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import dev.ludovic.netlib.lapack.JavaLAPACK;
import dev.ludovic.netlib.lapack.LAPACK;
import id.dampak.SharedSpark;
import id.dampak.contract.Content;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("spark")
final class TrainingTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("dampak.root", ".."), "data-samples", "content", "texts.csv");
  private static final Dataset<Row> CONTENT =
      SharedSpark.session().createDataFrame(Corpus.read(CORPUS), Content.TABLE.schema());

  /** What is asked here holds long before convergence, which takes ten times as long. */
  private static final Effort LITTLE = new Effort(2, 6);

  private static final TrainedModel TRAINED = Training.fit(CONTENT, 1, LITTLE);

  @Test
  void thePlainModelAgreesWithThePipelineThatMllibSavesAndLoads(@TempDir Path folder)
      throws Exception {
    String place = folder.resolve("pipeline").toUri().toString();
    TRAINED.pipeline().write().save(place);
    TextModel model = TRAINED.model();
    for (Row row : PipelineModel.load(place).transform(CONTENT).collectAsList()) {
      String text = row.getAs(Content.TEXT.name());
      double margin = row.<Vector>getAs(FeaturePipeline.MARGINS).apply(1);
      assertThat(model.margin(text)).as(text).isCloseTo(margin, within(1e-9));
      assertThat(model.score(text))
          .isCloseTo(Platt.sigmoid(model.calibration().apply(margin)), within(1e-9));
    }
  }

  @Test
  void trainingTwiceGivesTheSameModelAndMeasures() {
    TrainedModel again = Training.fit(CONTENT.repartition(3), 1, LITTLE);
    assertThat(again.model().id()).isEqualTo(TRAINED.model().id());
    assertThat(again.metrics()).isEqualTo(TRAINED.metrics());
  }

  @Test
  void linearAlgebraIsJavasSoThatEveryMachineLearnsTheSame() {
    assertThat(BLAS.getInstance()).isInstanceOf(JavaBLAS.class);
    assertThat(LAPACK.getInstance()).isInstanceOf(JavaLAPACK.class);
  }

  @Test
  void theModelRanksUnseenFamiliesBetterThanTheWordList() {
    double own = measured(TRAINED.model().id());
    double wordList = measured(RegexBaseline.ID);
    assertThat(own).isGreaterThan(wordList);
  }

  private static double measured(String modelId) {
    return TRAINED.metrics().stream()
        .filter(metric -> metric.modelId().equals(modelId))
        .filter(metric -> metric.evaluation().equals(Training.OUT_OF_FOLD))
        .filter(metric -> metric.slice().equals(Metric.ALL))
        .filter(metric -> metric.measure() == Measure.PR_AUC)
        .map(metric -> metric.measured().orElseThrow())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyMetricHasARowOfItsOwn() {
    List<Row> rows = ModelMetrics.rows("study", TRAINED.metrics());
    assertThat(rows).hasSize(TRAINED.metrics().size());
    assertThat(rows.stream().map(row -> row.toSeq().take(5).mkString("|"))).doesNotHaveDuplicates();
  }
}
