package id.dampak.job;

import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;

import id.dampak.contract.Merchant;
import id.dampak.contract.Profile;
import id.dampak.contract.Quarantine;
import id.dampak.contract.Table;
import id.dampak.contract.Transaction;
import id.dampak.quality.Judge;
import id.dampak.quality.Touched;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Where the quality profile has to be counted anew, by how far it has followed cleaned rows. */
final class ProfileSource {
  /** With more days or files than this, counting all is less work than a list. */
  private static final int MOST = 400;

  private static final String DAY = "day";
  private static final String FILE = "file";

  private final RunContext run;
  private final Watermarks marks;

  ProfileSource(RunContext run) {
    this.run = run;
    Set<Table> sources = new LinkedHashSet<>(Judge.tables(run.study()));
    sources.addAll(List.of(Transaction.TABLE, Quarantine.TABLE, Merchant.TABLE));
    this.marks = new Watermarks(run, List.of(Profile.TABLE), List.copyOf(sources));
  }

  /**
   * What changed since the profile was counted; empty where all has to be counted, because nobody
   * can tell, or because merchants came or went: sales of any day may have lost or found theirs.
   */
  Optional<Touched> touched() {
    Optional<Dataset<Row>> sales = marks.changes(Transaction.TABLE);
    Optional<Dataset<Row>> aside = marks.changes(Quarantine.TABLE);
    Optional<Dataset<Row>> merchants = marks.changes(Merchant.TABLE);
    if (sales.isEmpty() || aside.isEmpty() || merchants.isEmpty() || !merchants.get().isEmpty()) {
      return Optional.empty();
    }
    Row changed = daysAndFiles(sales.get(), aside.get());
    List<String> days = changed.getList(0);
    List<String> files = changed.getList(1);
    if (days.size() > MOST || files.size() > MOST) {
      return Optional.empty();
    }
    return Optional.of(
        new Touched(
            Set.copyOf(days.stream().map(LocalDate::parse).toList()),
            Set.copyOf(files),
            otherTables()));
  }

  /** A row may have lost or found what it refers to, where that has changed. */
  private Set<String> otherTables() {
    return Judge.tables(run.study()).stream()
        .filter(
            table ->
                Stream.concat(Stream.of(table), table.references().stream())
                    .anyMatch(source -> !marks.isFollowed(source)))
        .map(Table::name)
        .collect(Collectors.toSet());
  }

  /** The local days and the files of changed rows; those set aside have no day. */
  private static Row daysAndFiles(Dataset<Row> sales, Dataset<Row> aside) {
    Column day = Transaction.LOCAL_AT.col().cast(DataTypes.DateType).cast(DataTypes.StringType);
    Column none = lit(null).cast(DataTypes.StringType);
    return sales
        .select(day.as(DAY), Transaction.SOURCE_FILE.col().as(FILE))
        .unionAll(aside.select(none.as(DAY), Quarantine.SOURCE_FILE.col().as(FILE)))
        .agg(collect_set(DAY), collect_set(FILE))
        .head();
  }

  /** Notes that the profile has followed the cleaned rows to where they are now. */
  void follow() {
    marks.follow();
  }
}
