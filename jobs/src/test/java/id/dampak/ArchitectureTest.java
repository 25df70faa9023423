package id.dampak;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.dampak.contract.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The house rules of {@code jobs/docs/adr/0001}: who may import whom, and what is done where. */
class ArchitectureTest {
  private static final int MOST_LINES = 300;
  private static final JavaClasses DAMPAK =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("id.dampak");

  private static final String STATISTICS = "org.apache.commons.statistics..";
  private static final String FASTCSV = "de.siegmar.fastcsv..";
  private static final String JACKSON = "com.fasterxml.jackson..";
  private static final String STAX = "javax.xml..";

  /** What Spark SQL code links to, the language it is written in included. */
  private static final List<String> SPARK_SQL =
      List.of("org.apache.spark.sql..", "org.apache.spark.api.java..", "scala..");

  /** Each package: our packages that it may use, and the libraries beside the JDK. */
  static final List<Neighbours> PACKAGES =
      List.of(
          of("error", "", List.of()),
          of("contract", "", SPARK_SQL),
          of("format", "contract error", List.of()),
          of("linalg", "error", List.of("org.ejml..")),
          of("estimate", "linalg error", List.of(STATISTICS)),
          of("estimate.staggered", "estimate linalg error", List.of(STATISTICS)),
          of("estimate.reversible", "estimate linalg error", List.of(STATISTICS)),
          of("estimate.synthetic", "estimate linalg error", List.of(STATISTICS)),
          of("estimate.inference", "estimate linalg error", List.of(STATISTICS)),
          of("estimate.sensitivity", "estimate linalg error", List.of(STATISTICS)),
          of("policy", "estimate error", List.of()),
          of("disclosure", "", List.of("org.ojalgo..")),
          of("study", "contract error format", List.of("org.snakeyaml.engine..")),
          of("simulate", "contract error", List.of(FASTCSV, JACKSON, "org.apache.commons.rng..")),
          of(
              "lake",
              "contract error privacy",
              with(SPARK_SQL, "io.delta..", "org.apache.spark", "org.apache.hadoop..")),
          of("privacy", "contract error format study", List.of("javax.crypto..")),
          of(
              "bronze",
              "contract error format study privacy",
              with(SPARK_SQL, FASTCSV, JACKSON, STAX)),
          of("silver", "contract error format study", SPARK_SQL),
          of("gold", "contract error study", SPARK_SQL),
          of("quality", "contract error format study", SPARK_SQL),
          of(
              "text",
              "contract error privacy",
              with(
                  SPARK_SQL,
                  "org.apache.spark.ml..",
                  "org.apache.spark.broadcast",
                  FASTCSV,
                  JACKSON)),
          of(
              "panel",
              "contract error study estimate",
              with(
                  SPARK_SQL,
                  "org.apache.spark",
                  "org.apache.spark.rdd",
                  "org.apache.spark.storage",
                  "org.apache.spark.unsafe.types",
                  FASTCSV,
                  "org.apache.parquet..")),
          of(
              "method",
              "error study panel estimate estimate.staggered estimate.reversible"
                  + " estimate.synthetic estimate.inference estimate.sensitivity",
              List.of()),
          of(
              "report",
              "estimate policy error privacy",
              List.of("io.pebbletemplates..", "org.jfree..")),
          of(
              "job",
              "error contract format study lake privacy bronze silver gold quality panel method estimate"
                  + " estimate.inference estimate.sensitivity policy disclosure text report",
              with(SPARK_SQL, "org.apache.spark", "org.apache.spark.storage")),
          of(
              "cli",
              "error contract format study lake privacy job text simulate panel estimate"
                  + " estimate.staggered estimate.reversible estimate.synthetic estimate.inference"
                  + " estimate.sensitivity",
              with(SPARK_SQL, "org.apache.spark", "picocli..", FASTCSV, JACKSON)));

  @ParameterizedTest
  @FieldSource("PACKAGES")
  void aPackageUsesOnlyItsNeighbours(Neighbours rule) {
    // Primitives and arrays of them are in the package without a name.
    List<String> allowed = new ArrayList<>(List.of("java..", "", "org.jspecify.."));
    allowed.add("id.dampak." + rule.name());
    rule.ours().forEach(other -> allowed.add("id.dampak." + other));
    allowed.addAll(rule.libraries());

    classes()
        .that()
        .resideInAPackage("id.dampak." + rule.name())
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)))
        .check(DAMPAK);
  }

  @Test
  void everyPackageHasARule() {
    assertThat(
            DAMPAK.stream()
                .map(type -> type.getPackageName().replaceFirst("^id\\.dampak\\.", ""))
                .collect(Collectors.toSet()))
        .isEqualTo(PACKAGES.stream().map(Neighbours::name).collect(Collectors.toSet()));
  }

  @Test
  void packagesDependOnOneAnotherWithoutCycles() {
    slices().matching("id.dampak.(*)..").should().beFreeOfCycles().check(DAMPAK);
  }

  @Test
  void deltaIsReachedThroughTheLakeOnly() {
    noClasses()
        .that(not(resideInAPackage("id.dampak.lake")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.delta..", "org.apache.spark.sql.delta.."))
        .check(DAMPAK);
  }

  @Test
  void machineLearningStaysInText() {
    noClasses()
        .that(not(resideInAPackage("id.dampak.text")))
        .should()
        .dependOnClassesThat(resideInAPackage("org.apache.spark.ml.."))
        .check(DAMPAK);
  }

  /** Bytecode knows the method but not the string, so this bans what runs or remembers a plan. */
  @Test
  void transformsRunNothingAndRememberNothing() {
    Set<String> actions =
        Set.of(
            "count",
            "collect",
            "collectAsList",
            "show",
            "cache",
            "persist",
            "checkpoint",
            "localCheckpoint",
            "write",
            "writeTo",
            "first",
            "head",
            "take",
            "takeAsList",
            "tail",
            "isEmpty",
            "reduce",
            "foreach",
            "foreachPartition",
            "toLocalIterator",
            "toJavaRDD",
            "javaRDD",
            "rdd");

    noClasses()
        .that()
        .resideInAnyPackage("id.dampak.silver", "id.dampak.gold", "id.dampak.quality")
        .should()
        .accessTargetWhere(
            JavaAccess.Predicates.target(
                DescribedPredicate.describe(
                    "is an action of a Dataset",
                    (AccessTarget target) ->
                        target.getOwner().isAssignableTo(Dataset.class)
                            && actions.contains(target.getName()))))
        .check(DAMPAK);
  }

  @Test
  void onlyTheCommandLineStartsSparkAndEndsTheProgram() {
    noClasses()
        .that(not(resideInAPackage("id.dampak.cli")))
        .should()
        .callMethod(SparkSession.class, "builder")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(DAMPAK);
  }

  @Test
  void aClassThatDeclaresATableIsNotInstantiated() {
    Set<String> declaring =
        DAMPAK.stream()
            .filter(type -> type.getPackageName().equals("id.dampak.contract"))
            .filter(
                type ->
                    !type.isRecord()
                        && type.getFields().stream()
                            .anyMatch(field -> field.getRawType().isEquivalentTo(Table.class)))
            .map(JavaClass::getName)
            .collect(Collectors.toSet());

    assertThat(declaring).hasSizeGreaterThan(15);
    constructors()
        .that()
        .areDeclaredInClassesThat(
            DescribedPredicate.describe(
                "declare a table", type -> declaring.contains(type.getName())))
        .should()
        .bePrivate()
        .check(DAMPAK);
  }

  @Test
  void noClassIsADrawerForOddments() {
    noClasses().should().haveNameMatching(".*(Utils?|Helpers?|Managers?)").check(DAMPAK);
  }

  @Test
  void noJavaFileIsTooLongToBeRead() throws IOException {
    try (Stream<Path> files = Files.walk(Repository.path("jobs/src"))) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".java"))
                  .filter(file -> lines(file) > MOST_LINES)
                  .map(Path::getFileName))
          .isEmpty();
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Neighbours of(String name, String ours, List<String> libraries) {
    return new Neighbours(
        name, ours.isEmpty() ? List.of() : List.of(ours.split(" ", -1)), libraries);
  }

  private static List<String> with(List<String> libraries, String... further) {
    return Stream.concat(libraries.stream(), Stream.of(further)).toList();
  }

  /** What a package may use beside the JDK. */
  record Neighbours(String name, List<String> ours, List<String> libraries) {
    @Override
    public String toString() {
      return name;
    }
  }
}
