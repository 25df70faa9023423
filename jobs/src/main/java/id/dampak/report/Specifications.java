package id.dampak.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Every estimated term of every specification: the main ones, the placebos, the others. */
public record Specifications(List<Line> lines) implements Section {

  /**
   * One term.
   *
   * @param specification its name in the study
   * @param method the estimator with what a reader must know of its options
   * @param term what was estimated
   * @param estimate point estimate
   * @param standardError its standard error; empty where none is defined
   * @param interval its interval; empty where none is defined
   * @param pValue two-sided p value; empty without a standard error
   * @param observations observations that entered
   * @param clusters clusters, 0 without clustering
   * @param scale what the estimate is measured in
   */
  public record Line(
      String specification,
      String method,
      String term,
      double estimate,
      OptionalDouble standardError,
      Optional<Interval> interval,
      OptionalDouble pValue,
      long observations,
      long clusters,
      Scale scale) {

    /** The unit of estimate, standard error and interval; may be empty. */
    public String unit() {
      return notation().unit();
    }

    public String estimateText() {
      return notation().bare().apply(estimate);
    }

    public String standardErrorText() {
      return standardError.isPresent()
          ? notation().bare().apply(standardError.getAsDouble())
          : "not defined";
    }

    public String intervalText() {
      return interval
          .map(
              ends ->
                  notation().bare().apply(ends.low())
                      + " to "
                      + notation().bare().apply(ends.high()))
          .orElse("not defined");
    }

    public String pValueText() {
      return pValue.isPresent() ? ProbabilityText.cell(pValue.getAsDouble()) : "not defined";
    }

    public String clustersText() {
      return clusters == 0 ? "none" : DecimalText.whole(clusters);
    }

    private Scale.Notation notation() {
      double largest = Math.max(Math.abs(estimate), standardError.orElse(0));
      return scale.notation(largest, standardError.orElse(0));
    }
  }

  public Specifications {
    lines = List.copyOf(lines);
  }

  @Override
  public String anchor() {
    return "specifications";
  }

  @Override
  public String heading() {
    return "All specifications and placebos";
  }

  @Override
  public boolean isEmpty() {
    return lines.isEmpty();
  }
}
