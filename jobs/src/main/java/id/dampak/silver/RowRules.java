package id.dampak.silver;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Rule;
import id.dampak.contract.Severity;
import id.dampak.contract.Table;
import id.dampak.study.Study;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** The rules by which single rows are set aside, as reasons beside those of typing. */
final class RowRules {
  private RowRules() {}

  /**
   * The rules that a typed row breaks, as an array of reasons. A rule that cannot be judged,
   * because a value is missing, is not broken: what must be there is typing's to say.
   */
  static Column reasons(Table target, Study study) {
    Stream<Column> reasons =
        target.rules().stream()
            .filter(rule -> study.quality().severity(target, rule) == Severity.QUARANTINE)
            .map(RowRules::reason);
    // An array of nothing at all would have no type.
    return array_compact(
        array(Stream.concat(Stream.of(Source.nothing()), reasons).toArray(Column[]::new)));
  }

  private static Column reason(Rule rule) {
    Rule.Broken broken = (Rule.Broken) rule.measure();
    return when(
        coalesce(expr(broken.condition()), lit(true)).unary_$bang(),
        lit("breaks the rule " + rule.name()));
  }
}
