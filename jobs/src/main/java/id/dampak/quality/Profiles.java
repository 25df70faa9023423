package id.dampak.quality;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_sum;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Field;
import id.dampak.contract.Landed;
import id.dampak.contract.Profile;
import id.dampak.contract.Rule;
import id.dampak.contract.Table;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Sums up a table for its rules in one pass: what the rules need is counted by file, release, day
 * and the columns whose shares matter, and those few rows are then laid out as {@link Profile}.
 */
public final class Profiles {
  private static final String DAY = "profile_day";
  private static final String RELEASE = "profile_release";
  private static final String COUNT = "profile_count";
  private static final String LISTED = "listed_";
  private static final String NONE = "";
  private static final String UNKNOWN = "unknown";

  private final Table table;
  private final Map<Table, Dataset<Row>> parents;
  private final ZoneId zone;

  /** What is counted: a sum over rows, and the measure and item that it goes by. */
  private record Part(Counted counted, String item, Column sum, String name) {}

  /**
   * Profiles of a table.
   *
   * @param parents the rows of tables that rules refer to; a rule about another is not counted
   * @param zone on whose clock rows have their day that do not tell their own local time
   */
  public Profiles(Table table, Map<Table, Dataset<Row>> parents, ZoneId zone) {
    this.table = table;
    this.parents = Map.copyOf(parents);
    this.zone = zone;
  }

  /** Rows of {@link Profile} over accepted rows of the table, without those of zero. */
  public Dataset<Row> of(Dataset<Row> rows) {
    List<Part> parts = parts();
    List<Column> keys = new ArrayList<>(List.of(Landed.INPUT.col(), Landed.SOURCE_FILE.col()));
    keys.add(release().as(RELEASE));
    keys.add(day().as(DAY));
    columns(Rule.Drift.class)
        .map(rule -> ((Rule.Drift) rule.measure()).column().col())
        .forEach(keys::add);
    Dataset<Row> counts =
        listed(rows)
            .groupBy(keys.toArray(Column[]::new))
            .agg(
                count(lit(1)).as(COUNT),
                parts.stream().map(part -> part.sum().as(part.name())).toArray(Column[]::new));
    return summed(
        counts.select(Landed.INPUT.col(), col(DAY), explode(array(laidOut(parts))).as("c")));
  }

  /** Usable rows that landed, by file, release and day; superseded ones included. */
  public Dataset<Row> landed(Dataset<Row> usable) {
    Dataset<Row> counts =
        usable
            .groupBy(
                Landed.INPUT.col(), Landed.SOURCE_FILE.col(), release().as(RELEASE), day().as(DAY))
            .agg(count(lit(1)).as(COUNT));
    return summed(
        counts.select(
            Landed.INPUT.col(),
            col(DAY),
            entry(Landed.SOURCE_FILE.col(), col(RELEASE), Counted.LANDED, lit(NONE), col(COUNT))
                .as("c")));
  }

  /** One row of {@link Profile}: how many rows share their key with another; exact, by grouping. */
  public Dataset<Row> repeatedKeys(Dataset<Row> rows) {
    return rows.groupBy(table.grain().stream().map(Field::col).toArray(Column[]::new))
        .agg(count(lit(1)).as(COUNT))
        .filter(col(COUNT).gt(1))
        .agg(coalesce(sum(col(COUNT)), lit(0L)).as(COUNT))
        .select(
            lit(table.name()).as(Profile.SUBJECT.name()),
            lit(NONE).as(Profile.INPUT.name()),
            lit(NONE).as(Profile.SOURCE_FILE.name()),
            lit(NONE).as(Profile.RELEASE.name()),
            lit(NONE).as(Profile.DAY.name()),
            lit(Counted.REPEATED_KEYS.text()).as(Profile.MEASURE.name()),
            lit(NONE).as(Profile.ITEM.name()),
            col(COUNT).as(Profile.MEASURED.name()));
  }

  private Dataset<Row> summed(Dataset<Row> entries) {
    Column value = col("c." + Profile.MEASURED.name());
    Column measure = col("c." + Profile.MEASURE.name());
    return entries
        .filter(value.notEqual(0))
        .groupBy(
            Landed.INPUT.col().as(Profile.INPUT.name()),
            col("c." + Profile.SOURCE_FILE.name()),
            col("c." + Profile.RELEASE.name()),
            col(DAY).as(Profile.DAY.name()),
            measure,
            col("c." + Profile.ITEM.name()))
        .agg(
            when(measure.equalTo(Counted.FIRST_BROKEN.text()), min(value))
                .otherwise(try_sum(value))
                .as(Profile.MEASURED.name()))
        .filter(Profile.MEASURED.col().isNotNull())
        .withColumn(Profile.SUBJECT.name(), lit(table.name()))
        .select(
            Stream.of(
                    Profile.SUBJECT,
                    Profile.INPUT,
                    Profile.SOURCE_FILE,
                    Profile.RELEASE,
                    Profile.DAY,
                    Profile.MEASURE,
                    Profile.ITEM,
                    Profile.MEASURED)
                .map(Field::col)
                .toArray(Column[]::new));
  }

  private List<Part> parts() {
    Map<String, Part> parts = new LinkedHashMap<>();
    for (Rule rule : table.rules()) {
      if (rule.measure() instanceof Rule.Missing missing) {
        Column column = missing.column().col();
        Column absent = column.isNull().or(column.equalTo(UNKNOWN));
        add(parts, Counted.MISSING, missing.column().name(), count_if(absent));
      } else if (rule.measure() instanceof Rule.Broken broken) {
        Column against = coalesce(expr(broken.condition()), lit(true)).unary_$bang();
        add(parts, Counted.BROKEN, rule.name(), count_if(against));
        Column first = min(when(against, Landed.SOURCE_ROW.col()));
        add(parts, Counted.FIRST_BROKEN, rule.name(), first);
      } else if (rule.measure() instanceof Rule.Orphans orphans
          && parents.containsKey(orphans.parent())) {
        Column lost = col(LISTED + rule.name()).isNull();
        add(parts, Counted.ORPHANS, rule.name(), count_if(lost));
      } else if (rule.measure() instanceof Rule.Scale scale) {
        add(parts, Counted.SUM, scale.amount().name(), try_sum(scale.amount().col()));
      }
    }
    return List.copyOf(parts.values());
  }

  private static void add(Map<String, Part> parts, Counted counted, String item, Column sum) {
    String name = counted.text() + "_of_" + item;
    parts.put(name, new Part(counted, item, sum, name));
  }

  private Column[] laidOut(List<Part> parts) {
    List<Column> entries = new ArrayList<>();
    entries.add(ofFile(Counted.ROWS, NONE, col(COUNT)));
    parts.forEach(part -> entries.add(ofFile(part.counted(), part.item(), col(part.name()))));
    columns(Rule.Drift.class)
        .map(rule -> ((Rule.Drift) rule.measure()).column())
        .map(
            column ->
                entry(
                    lit(NONE),
                    lit(NONE),
                    Counted.VALUE,
                    concat(lit(column.name() + "="), column.col()),
                    col(COUNT)))
        .forEach(entries::add);
    return entries.toArray(Column[]::new);
  }

  private static Column ofFile(Counted counted, String item, Column value) {
    return entry(Landed.SOURCE_FILE.col(), col(RELEASE), counted, lit(item), value);
  }

  private static Column entry(
      Column file, Column release, Counted counted, Column item, Column value) {
    return struct(
        file.as(Profile.SOURCE_FILE.name()),
        release.as(Profile.RELEASE.name()),
        lit(counted.text()).as(Profile.MEASURE.name()),
        item.as(Profile.ITEM.name()),
        Profile.MEASURED.from(value));
  }

  /** The rows, each once, with a mark for each reference that leads somewhere. */
  private Dataset<Row> listed(Dataset<Row> rows) {
    Dataset<Row> marked = rows;
    for (Rule rule : columns(Rule.Orphans.class).toList()) {
      Rule.Orphans orphans = (Rule.Orphans) rule.measure();
      Dataset<Row> listing = parents.get(orphans.parent());
      if (listing != null) {
        Column mark = col(LISTED + rule.name());
        marked =
            marked.join(
                listing.select(orphans.key().col().as(LISTED + rule.name())).distinct(),
                orphans.column().col().equalTo(mark),
                "left");
      }
    }
    return marked;
  }

  private Stream<Rule> columns(Class<? extends Rule.Measure> measure) {
    return table.rules().stream().filter(rule -> measure.isInstance(rule.measure()));
  }

  private Column release() {
    return columns(Rule.OnePeriod.class)
        .map(rule -> coalesce(((Rule.OnePeriod) rule.measure()).release().col(), lit(NONE)))
        .findFirst()
        .orElse(lit(NONE));
  }

  private Column day() {
    return time(table).map(time -> date_format(local(time), "yyyy-MM-dd")).orElse(lit(NONE));
  }

  private Column local(Field time) {
    return time.type().equals(DataTypes.TimestampNTZType)
        ? time.col()
        : from_utc_timestamp(time.col(), zone.getId());
  }

  /** The column that tells the day of a row, where rules ask for it. */
  static Optional<Field> time(Table table) {
    return table.rules().stream()
        .map(Rule::measure)
        .filter(Rule.Volume.class::isInstance)
        .map(measure -> ((Rule.Volume) measure).time())
        .findFirst();
  }
}
