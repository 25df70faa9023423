package id.dampak.cli;

import java.nio.file.Path;

/** Where the program is installed, as its launcher says. */
final class Installation {
  private static final String HOME = "dampak.home";

  private Installation() {}

  /** The top folder of the repository. */
  static Path home() {
    return Path.of(System.getProperty(HOME, ".")).toAbsolutePath().normalize();
  }

  /** The study that runs when none is named. */
  static Path bundledStudy() {
    return home().resolve(Path.of("jobs", "studies", "tiktok-live-2025.yaml"));
  }

  /** The texts that the classifier learns from when none are named. */
  static Path bundledCorpus() {
    return home().resolve(Path.of("data-samples", "content", "texts.csv"));
  }
}
