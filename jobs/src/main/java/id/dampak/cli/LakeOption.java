package id.dampak.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the lake is. */
final class LakeOption {
  @Option(
      names = "--lake",
      paramLabel = "DIR",
      defaultValue = "lake",
      description = "Folder of the Delta tables (default: ./lake).")
  private Path path = Path.of("lake");

  Path path() {
    return path;
  }
}
