package id.dampak.job;

import id.dampak.contract.EstimateRow;
import id.dampak.contract.Field;
import id.dampak.contract.Loss;
import id.dampak.contract.Table;
import id.dampak.lake.Lake;
import id.dampak.lake.Slice;
import id.dampak.lake.TimeTravel;
import id.dampak.method.Analysis;
import id.dampak.study.Specification;
import id.dampak.study.Study;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;

/**
 * The number that a run answered its question with.
 *
 * @param term what it is
 * @param estimate the number
 * @param low lower end of its interval; empty where there is none
 * @param high upper end
 */
public record Headline(String term, double estimate, OptionalDouble low, OptionalDouble high) {

  /**
   * Of a run that estimated: the money lost in all by the first specification that is no placebo,
   * or its first coefficient where it is not about money. Empty where there is none, or where it is
   * gone.
   *
   * @param study what the run declared; empty where that was not kept
   */
  public static Optional<Headline> of(Lake lake, RunRecord run, Optional<Study> study) {
    return study
        .flatMap(Study::headline)
        .map(Specification::name)
        .flatMap(name -> loss(lake, run, name).or(() -> coefficient(lake, run, name)));
  }

  private static Optional<Headline> loss(Lake lake, RunRecord run, String specification) {
    return rows(lake, run, Loss.TABLE, Loss.SPECIFICATION, specification).stream()
        .filter(row -> row.text(Loss.DIMENSION).equals(Analysis.TOTAL))
        .filter(row -> row.optionalNumber(Loss.ESTIMATE).isPresent())
        .map(row -> read(row, "loss", Loss.ESTIMATE, Loss.CONF_LOW, Loss.CONF_HIGH))
        .findFirst();
  }

  private static Optional<Headline> coefficient(Lake lake, RunRecord run, String specification) {
    return rows(lake, run, EstimateRow.TABLE, EstimateRow.SPECIFICATION, specification).stream()
        .map(
            row ->
                read(
                    row,
                    row.text(EstimateRow.TERM),
                    EstimateRow.ESTIMATE,
                    EstimateRow.CONF_LOW,
                    EstimateRow.CONF_HIGH))
        .findFirst();
  }

  private static Headline read(FieldReader row, String term, Field number, Field low, Field high) {
    return new Headline(
        term, row.number(number), row.optionalNumber(low), row.optionalNumber(high));
  }

  private static List<FieldReader> rows(
      Lake lake, RunRecord run, Table table, Field field, String specification) {
    OptionalLong version = run.version(table);
    TimeTravel then = new TimeTravel(lake);
    if (version.isEmpty() || then.obstacle(table, version.getAsLong()).isPresent()) {
      return List.of();
    }
    return then
        .rows(table, version.getAsLong(), new Slice(EstimateRow.RUN_ID, run.id()))
        .filter(field.col().equalTo(specification))
        .collectAsList()
        .stream()
        .map((Row row) -> new FieldReader(row))
        .toList();
  }
}
