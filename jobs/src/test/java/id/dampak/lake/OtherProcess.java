package id.dampak.lake;

import java.io.IOException;
import java.nio.file.Path;

/** A second process, because the locks of files keep out other processes. */
final class OtherProcess {
  private OtherProcess() {}

  /** Starts the {@code main} of a test's class, whose errors appear among those of the tests. */
  static Process running(Class<?> main, Path argument) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            main.getName(),
            argument.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
