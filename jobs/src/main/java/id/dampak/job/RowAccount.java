package id.dampak.job;

import id.dampak.contract.Field;
import id.dampak.contract.Landed;
import id.dampak.contract.Quarantine;
import id.dampak.contract.Table;
import id.dampak.error.DataErrors;
import id.dampak.silver.TypedRows;
import id.dampak.study.Input;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Says where every row of every input went, by what is stored and not by what was meant to be, so
 * that a row that got lost on the way is found. What comes in are the rows that landed; where only
 * part of the knowledge counts, nobody knows how many those are before they are typed.
 *
 * <p>Of a table that is made anew, every other number is counted by itself. Of one that rows are
 * merged into, repeats are what remains, and only the rows of new files are looked for: that those
 * of earlier ones are still there is not shown.
 */
final class RowAccount {
  private static final String TYPED = "typed";
  private static final String ACCEPTED = "accepted";
  private static final String QUARANTINED = "quarantined";
  private static final String SUPERSEDED = "superseded";
  private static final String UNDECIDED = "undecided";
  private static final String LOST = "lost";

  private RowAccount() {}

  /**
   * Tallies each input of the study.
   *
   * @param batches what was to be done, for every table of silver
   * @param cleanings what was done
   * @param landed files whose rows count
   * @throws id.dampak.error.DampakException where rows in are not rows out, quarantined and repeats
   */
  static void balance(
      RunContext run, List<CleaningBatch> batches, List<Cleaning> cleanings, LandedFiles landed) {
    List<TypedRows> anew =
        Cleaning.of(cleanings, CleaningBatch.Way.REPLACE).stream().map(Cleaning::typed).toList();
    boolean isKnownInPart = run.study().knownOn().isPresent();
    Map<String, Map<String, Long>> rows =
        RowCounts.byInput(
            Map.of(
                TYPED,
                isKnownInPart ? anew.stream().map(TypedRows::rows).toList() : List.of(),
                SUPERSEDED,
                anew.stream().map(TypedRows::superseded).toList(),
                ACCEPTED,
                batches.stream().map(batch -> run.read(Cleaning.table(batch.target()))).toList(),
                QUARANTINED,
                List.of(run.read(Quarantine.TABLE)),
                UNDECIDED,
                cleanings.stream()
                    .filter(cleaning -> cleaning.batch().files().files().size() > 1)
                    .map(cleaning -> cleaning.typed().undecided())
                    .toList(),
                LOST,
                lost(run, Cleaning.of(cleanings, CleaningBatch.Way.MERGE), landed)));
    for (CleaningBatch batch : batches) {
      boolean counted = batch.way() == CleaningBatch.Way.REPLACE;
      for (Input input : run.study().inputsFor(batch.target())) {
        Function<String, Long> of =
            part -> rows.getOrDefault(part, Map.of()).getOrDefault(input.name(), 0L);
        long in = isKnownInPart ? of.apply(TYPED) : landed.rows(input);
        long out = of.apply(ACCEPTED);
        long aside = of.apply(QUARANTINED);
        long repeats = counted ? of.apply(SUPERSEDED) : in - out - aside - of.apply(LOST);
        note(run, input, of.apply(UNDECIDED));
        require(run, new Tally(input.name(), in, out, aside, repeats));
      }
    }
  }

  private static void note(RunContext run, Input input, long undecided) {
    if (undecided > 0) {
      run.note(
          "%s: %,d repeats say something else than the row that counts, and only the names of their files decide; known_at or updated_at would tell"
              .formatted(input.name(), undecided));
    }
  }

  private static void require(RunContext run, Tally tally) {
    run.tally(tally);
    if (!tally.balances() || tally.duplicates() < 0) {
      throw DataErrors.rowsLost(
          tally.subject(), tally.in(), tally.out(), tally.quarantined(), tally.duplicates());
    }
  }

  /**
   * Merged rows that are nowhere: no row of their key is in silver, or none in quarantine. Looked
   * for first among the stored rows of their own files. All that is stored, which may be a thousand
   * times as much, is gone through only for those that are not there, because another file's row
   * supersedes them.
   */
  private static List<Dataset<Row>> lost(
      RunContext run, List<Cleaning> merged, LandedFiles landed) {
    List<Missing> elsewhere =
        merged.stream().flatMap(cleaning -> elsewhere(run, cleaning, landed)).toList();
    boolean isNone =
        elsewhere.stream()
            .map(missing -> missing.rows.select(Landed.INPUT.col()))
            .reduce(Dataset::unionAll)
            .map(Dataset::isEmpty)
            .orElse(true);
    return isNone ? List.of() : elsewhere.stream().map(Missing::fromAll).toList();
  }

  /** Rows that are not among the stored ones of their own files. */
  private static Stream<Missing> elsewhere(RunContext run, Cleaning cleaning, LandedFiles landed) {
    Table target = cleaning.typed().target();
    Column theirs = Landed.SOURCE_FILE.col().isInCollection(landed.names(cleaning.batch().files()));
    return Stream.of(
        Missing.from(cleaning.typed().usable(), run.read(target), theirs, target.grain()),
        Missing.from(
            cleaning.typed().quarantined(),
            run.read(Quarantine.TABLE),
            theirs,
            Quarantine.TABLE.grain()));
  }

  /** Rows whose key is not among some that are stored. */
  private record Missing(Dataset<Row> rows, Dataset<Row> stored, List<Field> key) {

    static Missing from(Dataset<Row> rows, Dataset<Row> stored, Column some, List<Field> key) {
      return new Missing(missing(rows, stored.filter(some), key), stored, key);
    }

    /** Those whose key is nowhere among them. */
    Dataset<Row> fromAll() {
      return missing(rows, stored, key);
    }
  }

  /** What is stored is gone through once and not sorted. */
  private static Dataset<Row> missing(Dataset<Row> rows, Dataset<Row> stored, List<Field> key) {
    Column[] keys = key.stream().map(Field::col).toArray(Column[]::new);
    String[] names = key.stream().map(Field::name).toArray(String[]::new);
    Dataset<Row> found = stored.select(keys).join(rows.select(keys), names, "left_semi");
    return rows.join(found, names, "left_anti");
  }
}
