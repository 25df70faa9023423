package id.dampak.cli;

import id.dampak.estimate.ClusterFactor;
import id.dampak.estimate.ParameterCount;
import id.dampak.estimate.Variance;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say how standard errors are computed. */
final class VarianceOptions {
  /** Kinds of standard error. */
  enum Kind {
    IID,
    HC1,
    CLUSTER
  }

  @Option(
      names = "--se",
      description =
          "Standard errors: ${COMPLETION-CANDIDATES}. Default: CLUSTER where --cluster is given, else IID.")
  @Nullable Kind kind;

  @Option(
      names = "--cluster",
      split = ",",
      paramLabel = "A[,B]",
      description = "One or two columns to cluster by.")
  List<String> clusters = List.of();

  @Option(
      names = "--ssc-k",
      defaultValue = "NESTED",
      description = {
        "What K counts in (N-1)/(N-K) of clustered variances: ${COMPLETION-CANDIDATES}.",
        "NESTED (default): effects nested in a cluster count as one, as in fixest;",
        "ALL: every effect, as with dummies; NONE: regressors only; OFF: no factor."
      })
  ParameterCount parameters = ParameterCount.NESTED;

  @Option(
      names = "--ssc-g",
      defaultValue = "MIN",
      description = {
        "Which G enters G/(G-1): ${COMPLETION-CANDIDATES}.",
        "MIN (default): the smaller dimension, as in fixest; CONVENTIONAL: each term its own,",
        "as in Cameron, Gelbach and Miller; OFF: no factor."
      })
  ClusterFactor factor = ClusterFactor.MIN;

  /** The variance, clustered by {@code otherwise} if no flag says anything; empty for iid then. */
  Variance variance(List<String> otherwise) {
    List<String> by = clusters.isEmpty() ? otherwise : clusters;
    return switch (kind(by)) {
      case IID -> new Variance.Iid();
      case HC1 -> new Variance.Hc1();
      case CLUSTER -> new Variance.Clustered(by, parameters, factor);
    };
  }

  /** What is wrong with the flags together; empty if nothing is. */
  String contradiction(List<String> otherwise) {
    if (clusters.size() > 2) {
      return "--cluster takes one or two columns.";
    }
    if (kind == Kind.CLUSTER && clusters.isEmpty() && otherwise.isEmpty()) {
      return "--se cluster needs --cluster COLUMN.";
    }
    if (kind != null && kind != Kind.CLUSTER && !clusters.isEmpty()) {
      return "--se " + kind + " and --cluster exclude each other.";
    }
    return "";
  }

  /** Adds the flags, as they were understood, to the options of a result. */
  void describe(Variance variance, Map<String, Object> options) {
    if (variance instanceof Variance.Clustered clustered) {
      options.put("se", "cluster");
      options.put("cluster", clustered.by());
      options.put("ssc_k", EstimateCommand.lower(clustered.parameters()));
      options.put("ssc_g", EstimateCommand.lower(clustered.factor()));
    } else {
      options.put("se", variance instanceof Variance.Iid ? "iid" : "hc1");
    }
  }

  private Kind kind(List<String> by) {
    if (kind != null) {
      return kind;
    }
    return by.isEmpty() ? Kind.IID : Kind.CLUSTER;
  }
}
