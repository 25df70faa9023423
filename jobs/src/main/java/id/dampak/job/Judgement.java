package id.dampak.job;

import id.dampak.contract.Robustness;
import id.dampak.contract.VerdictRow;
import java.util.List;
import java.util.Optional;

/**
 * What a run found out about whether its headline can be believed.
 *
 * @param verdict rows of {@link VerdictRow}
 * @param looks rows of {@link Robustness}
 */
record Judgement(List<FieldReader> verdict, List<FieldReader> looks) {
  /** Of a study that estimated nothing. */
  static final Judgement NONE = new Judgement(List.of(), List.of());

  private static final String NOT_IDENTIFIED = "not_identified";

  Judgement {
    verdict = List.copyOf(verdict);
    looks = List.copyOf(looks);
  }

  /** The row of everything together; empty where nothing was judged. */
  Optional<FieldReader> overall() {
    return verdict.stream()
        .filter(row -> row.text(VerdictRow.TOPIC).equals(VerdictRow.OVERALL))
        .findFirst();
  }

  /** Why there is no headline number, as sentences; empty where there may be one. */
  Optional<String> objection() {
    return overall()
        .filter(row -> row.text(VerdictRow.STANDING).equals(NOT_IDENTIFIED))
        .map(row -> row.text(VerdictRow.REASON));
  }
}
