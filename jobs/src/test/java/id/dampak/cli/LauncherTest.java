package id.dampak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.dampak.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The launcher, in a repository of its own whose Java and Maven only say what they were told. */
final class LauncherTest {
  private static final String TELL =
      """
      #!/usr/bin/env bash
      for argument; do printf '<%s>\\n' "$argument"; done
      printf 'SPARK_LOCAL_IP=%s\\n' "${SPARK_LOCAL_IP-none}"
      exit 3
      """;

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(Main.class.getPackageName());

  @TempDir Path folder = Path.of(".");
  private Path home = Path.of(".");
  private Path jdk = Path.of(".");

  @BeforeEach
  void builtRepositoryWithSpacesInItsPath() throws IOException {
    home = Files.createDirectories(folder.resolve("my code/dampak"));
    jdk = jdk("my jdk", "17.0.9");
    Files.createDirectories(home.resolve("jobs/bin"));
    Files.createDirectories(home.resolve("jobs/src/main"));
    Files.createDirectories(home.resolve("jobs/target/launch"));
    Files.copy(Repository.path("jobs/bin/dampak"), home.resolve("jobs/bin/dampak"));
    write(home.resolve("pom.xml"), "");
    write(home.resolve("jobs/pom.xml"), "");
    write(home.resolve("jobs/target/launch/classpath.txt"), "library.jar");
    write(home.resolve("jobs/target/launch/dampak.jar"), "");
  }

  @Test
  void argumentsAndExitCodePassThroughFromAnyFolderAndThroughLinks() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("d"), home.resolve("jobs/bin/dampak"));
    Called called = call(link, Map.of(), "sql", "SELECT 'a  b' \"c\"", "", "*");
    assertThat(called.exitCode).isEqualTo(3);
    assertThat(called.output)
        .contains("<id.dampak.cli.Main>\n<sql>\n<SELECT 'a  b' \"c\">\n<>\n<*>\n")
        .contains("<-Ddampak.home=" + home.toRealPath() + ">")
        .contains("/my code/dampak/jobs/target/launch/dampak.jar:library.jar>");
  }

  @Test
  void everyCommandThatStartsSparkAndNoOtherGetsWhatSparkNeeds() throws Exception {
    List<String> starting = new ArrayList<>();
    for (Map.Entry<String, CommandLine> command : Main.commandLine().getSubcommands().entrySet()) {
      String output = call(launcher(), Map.of(), command.getKey()).output;
      boolean starts = startsSpark(command.getValue());
      assertThat(output.contains("/jobs/bin/spark.jvm>")).as(command.getKey()).isEqualTo(starts);
      assertThat(output)
          .as(command.getKey())
          .contains("SPARK_LOCAL_IP=" + (starts ? "127.0.0.1" : "none"));
      if (starts) {
        starting.add(command.getKey());
      }
    }
    assertThat(starting).as("that the code was read at all").contains("run", "reproduce");
  }

  @Test
  void helpOfACommandThatStartsSparkDoesNotPayForIt() throws Exception {
    assertThat(call(launcher(), Map.of(), "run", "--help").output)
        .contains("<-XX:TieredStopAtLevel=1>", "SPARK_LOCAL_IP=none")
        .doesNotContain("spark.jvm");
  }

  @Test
  void theHeapIsTheUsers() throws Exception {
    assertThat(call(launcher(), Map.of("DAMPAK_HEAP", "7g"), "run").output).contains("<-Xmx7g>");
  }

  @Test
  void aMasterOfTheUsersIsReachedOverTheNetwork() throws Exception {
    Map<String, String> master = Map.of("JDK_JAVA_OPTIONS", "-Dspark.master=spark://somewhere");
    assertThat(call(launcher(), master, "run").output).contains("SPARK_LOCAL_IP=none");
  }

  @Test
  void anotherJavaIsRefusedWithARemedy() throws Exception {
    for (String version : new String[] {"11.0.2", "21"}) {
      Called called =
          call(launcher(), Map.of("JAVA_HOME", jdk("jdk" + version, version).toString()), "jobs");
      assertThat(called.exitCode).isEqualTo(2);
      assertThat(called.output)
          .contains("Java 17 is needed.", "is version " + version, "Install JDK 17");
    }
  }

  @Test
  void aMissingJavaIsNamedWithARemedy() throws Exception {
    Called called = call(launcher(), Map.of("JAVA_HOME", folder.toString()), "jobs");
    assertThat(called.exitCode).isEqualTo(2);
    assertThat(called.output).contains("java was not found.", "Install JDK 17");
  }

  @Test
  void sourcesThatAreNewerAreBuiltAndAFailureShowsItsLog() throws Exception {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    program(
        tools.resolve("mvn"),
        """
        #!/usr/bin/env bash
        [ "$1" != -version ] || { echo 'Apache Maven 3.9.1'; exit 0; }
        echo '[ERROR] it does not compile'
        exit 1
        """);
    program(jdk.resolve("bin/javac"), "");
    Path source = home.resolve("jobs/src/main/New.java");
    write(source, "");
    assertThat(source.toFile().setLastModified(System.currentTimeMillis() + 60_000)).isTrue();
    Called called = call(launcher(), Map.of("PATH", tools + ":" + System.getenv("PATH")), "jobs");
    assertThat(called.exitCode).isEqualTo(1);
    assertThat(called.output)
        .contains("its sources have changed", "it does not compile", "jobs/target/build.log")
        .doesNotContain("id.dampak.cli.Main");
  }

  /** Whether the class of a command, or one of the command line that it uses, opens a session. */
  private static boolean startsSpark(CommandLine command) {
    return reaches(CLASSES.get(command.getCommandSpec().userObject().getClass()), new HashSet<>());
  }

  private static boolean reaches(JavaClass from, Set<JavaClass> seen) {
    return from.isEquivalentTo(Sessions.class)
        || (seen.add(from)
            && from.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .filter(target -> CLASSES.contain(target.getName()))
                .anyMatch(target -> reaches(target, seen)));
  }

  private Path launcher() {
    return home.resolve("jobs/bin/dampak");
  }

  private Path jdk(String name, String version) throws IOException {
    Path top = folder.resolve(name);
    Files.createDirectories(top.resolve("bin"));
    program(top.resolve("bin/java"), TELL);
    write(top.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
    return top;
  }

  private Called call(Path program, Map<String, String> environment, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(folder.toFile());
    builder.environment().keySet().removeAll(Set.of("JDK_JAVA_OPTIONS", "DAMPAK_HEAP"));
    builder.environment().keySet().removeAll(Set.of("SPARK_LOCAL_IP"));
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Called(process.waitFor(), output);
  }

  private static void program(Path file, String text) throws IOException {
    write(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
  }

  private record Called(int exitCode, String output) {}
}
