package id.dampak.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The flags that all methods share.
 *
 * @param spec the command, for its complaints
 * @param method the method they were given for
 * @param outcome column y
 * @param unitColumn column of units
 * @param timeColumn column of periods
 * @param treatmentColumn column of the treatment
 * @param covariates columns beside the treatment
 * @param clusters columns to cluster by
 * @param weights column of weights
 * @param draws how many random draws, and their seed
 * @param level confidence level
 */
record PanelFlags(
    CommandSpec spec,
    EstimateMethod method,
    String outcome,
    Optional<String> unitColumn,
    Optional<String> timeColumn,
    Optional<String> treatmentColumn,
    List<String> covariates,
    List<String> clusters,
    Optional<String> weights,
    DrawOptions draws,
    double level) {

  String unit() {
    return required("--unit", unitColumn);
  }

  String time() {
    return required("--time", timeColumn);
  }

  String treatment() {
    return required("--treatment", treatmentColumn);
  }

  /** A flag that the method cannot do without. */
  <T> T required(String flag, Optional<T> value) {
    return value.orElseThrow(() -> misuse("--method " + method + " needs " + flag + "."));
  }

  /** The only column to cluster by, if any. */
  Optional<String> cluster() {
    if (clusters.size() > 1) {
      throw misuse("--method " + method + " takes one column in --cluster.");
    }
    return clusters.stream().findFirst();
  }

  ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** The options of a panel method, as they were understood; more can be added. */
  Map<String, Object> described() {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("outcome", outcome);
    unitColumn.ifPresent(column -> options.put("unit", column));
    timeColumn.ifPresent(column -> options.put("time", column));
    treatmentColumn.ifPresent(column -> options.put("treatment", column));
    if (!covariates.isEmpty()) {
      options.put("covariates", covariates);
    }
    cluster().ifPresent(column -> options.put("cluster", column));
    weights.ifPresent(column -> options.put("weights", column));
    options.put("level", level);
    return options;
  }
}
