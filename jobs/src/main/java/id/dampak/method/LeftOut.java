package id.dampak.method;

import id.dampak.estimate.Estimator;
import id.dampak.estimate.sensitivity.LeaveOneOut;
import id.dampak.estimate.sensitivity.Quantity;
import id.dampak.estimate.sensitivity.Refit;
import id.dampak.estimate.sensitivity.Refits;
import id.dampak.panel.Observations.Columns;
import java.util.ArrayList;
import java.util.List;

/** Makes an estimate again without each group, and without each of the largest units. */
final class LeftOut {
  private static final int MOST_GROUPS = 50;

  private final Question question;
  private final Dossier dossier;
  private final Estimator estimator;
  private final Quantity effect;
  private final List<Refit> all = new ArrayList<>();
  private int untried;

  LeftOut(Question question, Dossier dossier, Estimator estimator, Quantity effect) {
    this.question = question;
    this.dossier = dossier;
    this.estimator = estimator;
    this.effect = effect;
  }

  /** Without each of the groups of a column in turn, those with the largest sales first. */
  void groups(String column) {
    String examination = "without a " + column.replace('_', ' ');
    dossier.attempt(
        examination,
        () -> {
          Refits refits =
              LeaveOneOut.of(estimator, effect, column)
                  .largest(MOST_GROUPS, Columns.AMOUNT)
                  .fit(question.panel());
          untried += refits.untried();
          for (Refit refit : refits.refits()) {
            dossier.add(Look.of(examination, refit.name(), refit));
            all.add(refit.named(column.replace('_', ' ') + " " + refit.name()));
          }
        });
  }

  /** Without each of the units with the largest sales, which are known by their rank alone. */
  void largest(int count) {
    dossier.attempt(
        "without a large unit",
        () -> {
          Refits refits =
              LeaveOneOut.of(estimator, effect, Columns.UNIT)
                  .largest(count, Columns.AMOUNT)
                  .fit(question.panel());
          for (int rank = 1; rank <= refits.refits().size(); rank++) {
            Refit refit = refits.refits().get(rank - 1);
            dossier.add(Look.of("without a large unit", "largest " + rank, refit));
            all.add(refit.named("unit that is largest " + rank));
          }
        });
  }

  /** Takes the most influential of them as evidence. */
  void judge() {
    if (!all.isEmpty()) {
      Refits refits = new Refits(dossier.evidence().effect(), all, untried);
      dossier.learn(known -> known.withLeaveOneOut(refits));
    }
  }
}
