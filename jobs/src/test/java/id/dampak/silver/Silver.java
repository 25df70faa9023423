package id.dampak.silver;

import id.dampak.Conformance;
import id.dampak.StudyText;
import id.dampak.contract.Quarantine;
import id.dampak.study.Input.Target;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Types landed rows in tests; whatever comes out must meet its contract. */
final class Silver {

  private Silver() {}

  /** The rows of the study's only input for {@code target}. */
  static TypedRows typed(StudyText study, Target target, Dataset<Row> bronze) {
    TypedRows typed =
        new Typing(study.read())
            .rows(target, input -> bronze.filter(bronze.col("input").equalTo(input.name())));
    Conformance.assertConforms(typed.target(), typed.accepted());
    Conformance.assertConforms(Quarantine.TABLE, typed.quarantined());
    return typed;
  }
}
