package id.dampak.text;

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
}
