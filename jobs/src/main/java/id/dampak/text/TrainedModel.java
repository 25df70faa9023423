package id.dampak.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.PipelineModel;

/**
 * What training yields.
 *
 * @param model the classifier in plain Java, calibrated
 * @param pipeline the same before calibration, as MLlib has it
 * @param metrics how well it did on texts it had not seen, and the baseline beside
 */
public record TrainedModel(TextModel model, PipelineModel pipeline, List<Metric> metrics) {

  /** Canonical constructor; copies the list. */
  public TrainedModel {
    metrics = List.copyOf(metrics);
  }

  /**
   * Writes the classifier, and beside it the pipeline as MLlib stores one, over what was there.
   *
   * @return the file of the classifier
   */
  public Path save(Path folder) throws IOException {
    Path file = folder.resolve(TextModelFile.NAME);
    TextModelFile.write(model, file);
    pipeline.write().overwrite().save(folder.resolve("pipeline").toUri().toString());
    return file;
  }
}
