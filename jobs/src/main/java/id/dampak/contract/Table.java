package id.dampak.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table's contract: what it holds, its columns, its grain and its checks.
 *
 * @param layer the layer it belongs to
 * @param name its name within the layer
 * @param doc what one row is
 * @param fields its columns, in order
 * @param grain the columns that together identify a row
 * @param checks what every row meets
 * @param rules what the rows should be like, measured by every run
 * @param stated whom its columns tell something about, where that is stated
 * @param apart columns beside the owner's whose values are written one at a time
 */
public record Table(
    Layer layer,
    String name,
    String doc,
    List<Field> fields,
    List<Field> grain,
    List<Check> checks,
    List<Rule> rules,
    Map<Field, Sensitivity> stated,
    List<Field> apart) {
  private static final String DATASET = "dataset";
  private static final String STUDY = "study";

  /** Canonical constructor; copies the lists. */
  public Table {
    fields = List.copyOf(fields);
    grain = List.copyOf(grain);
    checks = List.copyOf(checks);
    rules = List.copyOf(rules);
    stated = Map.copyOf(stated);
    apart = List.copyOf(apart);
  }

  /** Whom a column tells something about. */
  public Sensitivity sensitivity(Field field) {
    return stated.getOrDefault(field, Sensitivity.usual(field));
  }

  /** Starts a contract. */
  public static Builder in(Layer layer, String name, String doc) {
    return new Builder(layer, name, doc);
  }

  /**
   * The column that says whose a row is, where the table holds rows of several: the study's or the
   * dataset's, which is the first then.
   */
  public Optional<Field> owner() {
    return Optional.of(fields.get(0)).filter(first -> first.name().equals(STUDY) || isShared());
  }

  /** Whether its rows are those of datasets, which several studies may share. */
  public boolean isShared() {
    return fields.get(0).name().equals(DATASET);
  }

  /**
   * The columns by which rows lie in folders: those of one owner, and the parts of them that are
   * written by themselves.
   */
  public List<Field> partitions() {
    return Stream.concat(owner().stream(), apart.stream()).toList();
  }

  /** The tables in which rules look up what its rows refer to. */
  public Set<Table> references() {
    return rules.stream()
        .map(Rule::measure)
        .filter(Rule.Orphans.class::isInstance)
        .map(measure -> ((Rule.Orphans) measure).parent())
        .collect(Collectors.toSet());
  }

  /** The name in SQL, for example {@code gold.estimate}. */
  public String id() {
    return layer.id() + "." + name;
  }

  /** The schema, with each column's documentation as its comment. */
  public StructType schema() {
    return new StructType(fields.stream().map(Field::toStructField).toArray(StructField[]::new));
  }

  /** Every column, in order: what a transform that makes this table selects last. */
  public Column[] columns() {
    return fields.stream().map(Field::col).toArray(Column[]::new);
  }

  @Override
  public String toString() {
    return id();
  }

  /** Collects a contract while its {@link Field} constants are declared. */
  public static final class Builder {
    private final Layer layer;
    private final String name;
    private final String doc;
    private final List<Field> fields = new ArrayList<>();
    private final List<Field> grain = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Map<Field, Sensitivity> stated = new HashMap<>();
    private final List<Field> apart = new ArrayList<>();

    private Builder(Layer layer, String name, String doc) {
      this.layer = layer;
      this.name = name;
      this.doc = doc;
    }

    /** A required column that is part of the grain. */
    public Field key(String column, DataType type, String columnDoc) {
      Field field = required(column, type, columnDoc);
      grain.add(field);
      return field;
    }

    /** A column that every row has. */
    public Field required(String column, DataType type, String columnDoc) {
      return add(new Field(column, type, false, columnDoc));
    }

    /** A column that a row may lack; its documentation says what null means. */
    public Field optional(String column, DataType type, String columnDoc) {
      return add(new Field(column, type, true, columnDoc));
    }

    private Field add(Field field) {
      fields.add(field);
      return field;
    }

    /** A condition that storage enforces on every row. */
    public Builder check(String checkName, String condition) {
      checks.add(new Check(checkName, condition));
      return this;
    }

    /** What is asked of every table that inputs are cleaned into, see {@link Rule}. */
    public Builder cleanedRules() {
      rules.addAll(Rule.ofCleanedRows());
      return this;
    }

    /**
     * What the rows should be like: measured by every run, with consequences by severity.
     *
     * @param threshold the largest measured value that passes
     * @param because why the threshold is what it is
     * @param ruleDoc what the rule looks for, as a sentence
     */
    public Builder rule(
        String ruleName,
        Rule.Measure measure,
        Severity severity,
        double threshold,
        String because,
        String ruleDoc) {
      rules.add(new Rule(ruleName, measure, severity, threshold, because, ruleDoc));
      return this;
    }

    /** States whom columns tell something about. */
    public Builder holds(Sensitivity sensitivity, Field... columns) {
      for (Field column : columns) {
        stated.put(column, sensitivity);
      }
      return this;
    }

    /** Keeps rows with different values of columns apart: a write concerns one value of each. */
    public Builder apart(Field... columns) {
      apart.addAll(List.of(columns));
      return this;
    }

    /** The finished contract. */
    public Table build() {
      return new Table(layer, name, doc, fields, grain, checks, rules, stated, apart);
    }
  }
}
