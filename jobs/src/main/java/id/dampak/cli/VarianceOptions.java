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
    CLUSTER,
    /** Clustered, corrected for few clusters, with degrees of freedom of each term's own. */
    CR2,
    /** Clustered, with p values and intervals of a wild bootstrap under the null hypothesis. */
    WILD,
    /** Of a bootstrap of clusters. */
    BOOTSTRAP,
    /** Robust to dependence between clusters near to each other. */
    CONLEY;

    boolean isClustered() {
      return this != IID && this != HC1;
    }

    /** Whether it is made of the moments of clusters, which few methods have. */
    boolean needsMoments() {
      return isClustered() && this != CLUSTER;
    }
  }

  @Option(
      names = "--se",
      description =
          "Standard errors: ${COMPLETION-CANDIDATES}. Default: CLUSTER where --cluster is given, else"
              + " IID. The last four go with ols, feols and event-study.")
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
      case CLUSTER, CR2, WILD, BOOTSTRAP, CONLEY -> new Variance.Clustered(by, parameters, factor);
    };
  }

  /** What is wrong with the flags together; empty if nothing is. */
  String contradiction(List<String> otherwise) {
    if (clusters.size() > 2) {
      return "--cluster takes one or two columns.";
    }
    if (kind != null && kind.isClustered() && clusters.isEmpty() && otherwise.isEmpty()) {
      return "--se " + EstimateCommand.lower(kind) + " needs --cluster COLUMN.";
    }
    if (kind != null && !kind.isClustered() && !clusters.isEmpty()) {
      return "--se " + kind + " and --cluster exclude each other.";
    }
    return "";
  }

  /** Adds the flags, as they were understood, to the options of a result. */
  void describe(Variance variance, Map<String, Object> options) {
    if (variance instanceof Variance.Clustered clustered) {
      options.put("se", EstimateCommand.lower(kind(clustered.by())));
      options.put("cluster", clustered.by());
      options.put("ssc_k", EstimateCommand.lower(clustered.parameters()));
      options.put("ssc_g", EstimateCommand.lower(clustered.factor()));
    } else {
      options.put("se", variance instanceof Variance.Iid ? "iid" : "hc1");
    }
  }

  /** The kind that the flags ask for, where errors are clustered by these columns. */
  Kind kind(List<String> by) {
    if (kind != null) {
      return kind;
    }
    return by.isEmpty() ? Kind.IID : Kind.CLUSTER;
  }
}
