package id.dampak.lake;

import id.dampak.error.LakeErrors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import scala.jdk.javaapi.CollectionConverters;

/** Tells a query from a statement that changes something: only runs write to the lake. */
final class ReadOnly {
  private ReadOnly() {}

  /** Refuses all that is not a query. */
  static void require(SparkSession session, String sql) throws ParseException {
    LogicalPlan plan =
        ((org.apache.spark.sql.classic.SparkSession) session)
            .sessionState()
            .sqlParser()
            .parsePlan(sql);
    if (isStatement(plan)) {
      throw LakeErrors.notAQuery(plan.nodeName());
    }
  }

  private static boolean isStatement(LogicalPlan plan) {
    return plan instanceof Command
        || plan instanceof ParsedStatement
        || CollectionConverters.asJava(plan.children()).stream().anyMatch(ReadOnly::isStatement);
  }
}
