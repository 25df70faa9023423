package id.dampak.reliability;

import id.dampak.Repository;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program in a process of its own, which can be killed. */
final class ChildRun implements AutoCloseable {
  /** What it says when it begins a job. */
  private static final Pattern JOB = Pattern.compile("^\\[\\d+/\\d+] \\S+ .*");

  /**
   * A run so short pays for no more; the code that Spark makes does not fit into what C1 is given.
   */
  private static final String QUICK =
      "-XX:TieredStopAtLevel=1 -XX:CICompilerCount=1 -XX:ReservedCodeCacheSize=256m";

  /** Settings of Delta that this JVM was given, and the child is given too. */
  private static final String DELTA = "spark.databricks.delta.";

  /** How long anything may take before it counts as stuck. */
  static final long LONGEST_MINUTES = 10;

  private final Process process;
  private final CompletableFuture<Void> reading;
  private final List<String> said = new ArrayList<>();
  private final CountDownLatch firstJob = new CountDownLatch(1);
  private volatile boolean began;

  private ChildRun(Process process) {
    this.process = process;
    this.reading = CompletableFuture.runAsync(this::read);
  }

  /**
   * Starts the program: the launcher where the property {@code dampak.program} names it, else this
   * JVM's class path.
   */
  static ChildRun start(String... arguments) {
    List<String> command = new ArrayList<>(program());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("JDK_JAVA_OPTIONS", options());
    try {
      return new ChildRun(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String options() {
    return System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith(DELTA))
        .map(name -> " -D" + name + "=" + System.getProperty(name))
        .collect(Collectors.joining("", QUICK, ""));
  }

  private static List<String> program() {
    String launcher = System.getProperty("dampak.program");
    return launcher != null
        ? List.of(launcher)
        : List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + Repository.path("jobs/bin/spark.jvm"),
            "-Duser.timezone=UTC",
            "-XX:+UseSerialGC",
            "-Xmx1g",
            "-cp",
            System.getProperty("java.class.path"),
            "id.dampak.cli.Main");
  }

  /** Waits until the first job has begun: before that nothing but the lock is written. */
  void awaitFirstJob() throws InterruptedException {
    if (!firstJob.await(LONGEST_MINUTES, TimeUnit.MINUTES) || !began) {
      throw new IllegalStateException("The program did not begin: " + said());
    }
  }

  /** Whether it ended within some time. */
  boolean endsWithin(long nanos) throws InterruptedException {
    return process.waitFor(nanos, TimeUnit.NANOSECONDS);
  }

  /** Waits for the end. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
      throw new IllegalStateException("The program did not end: " + said());
    }
    reading.join();
    return process.exitValue();
  }

  /** SIGKILL, to it and whatever it started; then waits until it is gone. */
  void kill() {
    try (Stream<ProcessHandle> started = process.descendants()) {
      started.forEach(ProcessHandle::destroyForcibly);
    }
    process.destroyForcibly().onExit().join();
    reading.join();
  }

  /** All that it has said. */
  String said() {
    synchronized (said) {
      return String.join("\n", said);
    }
  }

  private void read() {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        hear(line);
      }
    } catch (IOException e) {
      hear(e.toString()); // the pipe of a killed process
    } finally {
      firstJob.countDown();
    }
  }

  private void hear(String line) {
    synchronized (said) {
      said.add(line);
    }
    if (JOB.matcher(line).matches()) {
      began = true;
      firstJob.countDown();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
