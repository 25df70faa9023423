package id.dampak.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scala.jdk.javaapi.CollectionConverters;

class TablesTest {
  private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern UNIT_OF_MONEY = Pattern.compile("minor unit|currency|Of these");

  static List<Table> tables() {
    return Tables.ALL;
  }

  @Test
  void everyDeclaredTableIsListed() {
    List<Table> declared =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("id.dampak.contract")
                .stream()
                .map(JavaClass::getFields)
                .flatMap(Set::stream)
                .filter(field -> field.getRawType().isEquivalentTo(Table.class))
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .map(TablesTest::value)
                .toList();

    assertThat(Tables.ALL).containsExactlyInAnyOrderElementsOf(declared);
  }

  private static Table value(JavaField field) {
    try {
      return (Table) field.reflect().get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(field.getFullName() + " should be public", e);
    }
  }

  @Test
  void namesAreUnique() {
    assertThat(Tables.ALL).extracting(Table::id).doesNotHaveDuplicates();
  }

  @Test
  void aTableIsFoundByItsName() {
    assertThat(Tables.named("silver.transaction")).contains(Transaction.TABLE);
    assertThat(Tables.named("transaction")).isEmpty();
    assertThat(Tables.in(Layer.OPS))
        .contains(Run.TABLE, JobRun.TABLE, Profile.TABLE, Quality.TABLE);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aGrainIdentifiesEveryRow(Table table) {
    assertThat(table.grain()).isNotEmpty().isSubsetOf(table.fields());
    assertThat(table.grain()).noneMatch(Field::nullable);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void columnsHaveNamesOfTheirOwn(Table table) {
    assertThat(table.fields())
        .isNotEmpty()
        .extracting(Field::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> IDENTIFIER.matcher(name).matches());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everythingIsDocumentedAsAPhrase(Table table) {
    assertThat(table.doc()).matches("[A-Z*].*[^.\\s]");
    assertThat(table.fields())
        .allSatisfy(field -> assertThat(field.doc()).as(field.name()).matches("\\S.*[^.\\s]"));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void moneyNamesItsUnit(Table table) {
    assertThat(table.fields())
        .filteredOn(field -> field.name().equals("amount") || field.name().endsWith("_amount"))
        .allSatisfy(
            field -> assertThat(field.doc()).as(field.name()).containsPattern(UNIT_OF_MONEY));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void storedMoneyIsNeverFloatingPoint(Table table) {
    boolean beforeEstimation = table.layer() == Layer.SILVER || table.equals(PanelCell.TABLE);

    assertThat(table.fields())
        .filteredOn(field -> beforeEstimation && field.name().endsWith("amount"))
        .allSatisfy(field -> assertThat(field.type()).isEqualTo(DataTypes.LongType));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void timesSayOnWhichClock(Table table) {
    assertThat(table.fields())
        .filteredOn(field -> field.type().equals(DataTypes.TimestampType))
        .allSatisfy(field -> assertThat(field.doc()).as(field.name()).contains("UTC"));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void checksArePredicatesOverColumnsOfTheTable(Table table) {
    List<String> columns = table.fields().stream().map(Field::name).toList();

    assertThat(table.checks()).extracting(Check::name).doesNotHaveDuplicates();
    for (Check check : table.checks()) {
      assertThat(check.name()).matches(IDENTIFIER);
      Set<String> mentioned = references(check.condition());
      assertThat(mentioned).as(check.name()).isNotEmpty().isSubsetOf(columns);
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void rulesAreSentencesAboutColumnsOfTheTable(Table table) {
    List<String> columns = table.fields().stream().map(Field::name).toList();

    assertThat(table.rules()).extracting(Rule::name).doesNotHaveDuplicates();
    for (Rule rule : table.rules()) {
      assertThat(rule.name()).matches(IDENTIFIER);
      assertThat(rule.doc()).as(rule.name()).matches("[A-Z].*[^.\\s]");
      assertThat(rule.because()).as(rule.name()).matches("[A-Z0-9].*[^.\\s]");
      if (rule.measure() instanceof Rule.Broken broken) {
        assertThat(references(broken.condition())).isNotEmpty().isSubsetOf(columns);
      }
    }
  }

  @Test
  void everyTableThatInputsAreCleanedIntoHasRules() {
    List<Table> others = List.of(Quarantine.TABLE, CleanedFile.TABLE);
    assertThat(Tables.in(Layer.SILVER).filter(table -> !others.contains(table)))
        .allMatch(table -> table.rules().containsAll(Rule.ofCleanedRows()));
  }

  @Test
  void onlyARuleAboutSingleRowsCanSetThemAside() {
    assertThatThrownBy(
            () -> new Rule("r", new Rule.Behind(), Severity.QUARANTINE, 0, "Because", "Doc"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Set<String> references(String condition) {
    Expression parsed = CatalystSqlParser$.MODULE$.parseExpression(condition);
    Set<String> names = new HashSet<>();
    for (Expression leaf : CollectionConverters.asJava(parsed.collectLeaves())) {
      if (leaf instanceof UnresolvedAttribute attribute) {
        names.add(attribute.name());
      }
    }
    return names;
  }

  @Test
  void aCheckOfAnUnknownColumnWouldBeNoticed() {
    assertThat(references("amout >= 0 AND size(reasons) > 0"))
        .containsExactlyInAnyOrder("amout", "reasons");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aSchemaCarriesTheDocumentation(Table table) {
    assertThat(table.schema().fields())
        .hasSameSizeAs(table.fields())
        .allSatisfy(field -> assertThat(field.getComment().isDefined()).isTrue());
    assertThat(table.schema().fieldNames())
        .containsExactlyElementsOf(table.fields().stream().map(Field::name).toList());
  }
}
