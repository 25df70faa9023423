package id.dampak.estimate.sensitivity;

import id.dampak.error.SensitivityErrors;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Panel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes an estimate again without each group of a column in turn: provinces, sectors, or the
 * largest merchants one by one. Shows whether one group carries the result. Rows of no group are
 * never left out.
 *
 * @param estimator what is fitted
 * @param quantity the number that is watched
 * @param by column of groups
 * @param size numeric column by whose sum of absolute values groups are large; without it by their
 *     number of rows
 * @param most how many groups are left out, the largest first; the others stay in
 */
public record LeaveOneOut(
    Estimator estimator, Quantity quantity, String by, Optional<String> size, int most) {
  private static final int USUAL_MOST = 50;

  public LeaveOneOut {
    if (most < 1) {
      throw SensitivityErrors.outOfRange("The number of groups to leave out", most, "1 or more");
    }
  }

  /** Each of the 50 groups with the most rows. */
  public static LeaveOneOut of(Estimator estimator, Quantity quantity, String by) {
    return new LeaveOneOut(estimator, quantity, by, Optional.empty(), USUAL_MOST);
  }

  /** The {@code most} groups for which the sum of {@code column} is largest. */
  public LeaveOneOut largest(int most, String column) {
    return new LeaveOneOut(estimator, quantity, by, Optional.of(column), most);
  }

  /**
   * Fits on all of the panel and without each group.
   *
   * @throws id.dampak.error.DampakException if there are fewer than two groups, or all of the panel
   *     does not allow the estimate
   */
  public Refits fit(Panel panel) {
    int[] group = panel.categories(by);
    List<Group> groups = groups(panel, group);
    if (groups.size() < 2) {
      throw SensitivityErrors.tooFewGroups(by, groups.size());
    }
    List<Refit> refits = new ArrayList<>();
    for (Group out : groups.subList(0, Math.min(most, groups.size()))) {
      Panel rest = panel.where(row -> group[row] != out.code());
      refits.add(Refit.of(panel.label(by, out.firstRow()), estimator, quantity, rest));
    }
    return new Refits(quantity.in(estimator.fit(panel)), refits, groups.size() - refits.size());
  }

  /** Groups by falling size, those of the same size as they appear. */
  private List<Group> groups(Panel panel, int[] group) {
    int levels = IntStream.of(group).max().orElse(-1) + 1;
    double[] sizes = new double[levels];
    int[] firstRow = new int[levels];
    for (int row = group.length - 1; row >= 0; row--) {
      if (group[row] >= 0) {
        firstRow[group[row]] = row;
        double value = size.isPresent() ? panel.number(size.get(), row) : 1;
        sizes[group[row]] += Double.isNaN(value) ? 0 : Math.abs(value);
      }
    }
    boolean[] occurs = new boolean[levels];
    IntStream.of(group).filter(code -> code >= 0).forEach(code -> occurs[code] = true);
    return IntStream.range(0, levels)
        .filter(code -> occurs[code])
        .mapToObj(code -> new Group(code, firstRow[code], sizes[code]))
        .sorted(Comparator.comparingDouble(Group::size).reversed().thenComparing(Group::firstRow))
        .toList();
  }

  private record Group(int code, int firstRow, double size) {}
}
