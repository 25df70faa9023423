package id.dampak.estimate;

import id.dampak.linalg.GramInverse;
import id.dampak.linalg.Matrix;
import java.util.List;

/** A regression solved from {@link Moments}. */
record SolvedMoments(Moments moments) implements Solved {

  @Override
  public GramInverse bread() {
    return moments.bread();
  }

  @Override
  public double errorVariance() {
    return Dispersion.ESTIMATED.of(
        moments.scores().squares(), moments.observations(), parameters());
  }

  @Override
  public int observations() {
    return moments.observations();
  }

  @Override
  public int regressors() {
    return moments.regressors();
  }

  @Override
  public int parameters() {
    return moments.regressors() + moments.rank();
  }

  @Override
  public int parametersNotNested(List<String> columns) {
    boolean group = columns.stream().anyMatch(this::holdsGroups);
    boolean levels = columns.stream().anyMatch(this::holdsLevels);
    if (group && levels) {
      return parameters() - moments.rank() + 1;
    }
    if (group) {
      return parameters() - moments.groups() + 1;
    }
    return levels ? parameters() - moments.levels() + 1 : parameters();
  }

  private boolean holdsGroups(String column) {
    int dimension = dimension(column);
    return dimension < 0 || moments.nesting().groupIn(dimension);
  }

  private boolean holdsLevels(String column) {
    int dimension = dimension(column);
    return dimension < 0 ? moments.nesting().levelInGroup() : moments.nesting().levelIn(dimension);
  }

  /** The dimension of the codes of a column, −1 if its values are the groups. */
  private int dimension(String column) {
    return moments.clusters().coded().indexOf(column);
  }

  @Override
  public int clusters(String column) {
    return meat(List.of(column)).clusters();
  }

  @Override
  public Matrix meat() {
    return moments.scores().robust();
  }

  @Override
  public Meat meat(List<String> columns) {
    int term = moments.clusters().place(columns);
    return new Meat(moments.scores().meat(term), Math.toIntExact(moments.scores().clusters(term)));
  }
}
