package id.dampak.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many times a method draws at random, and from which seed. */
final class DrawOptions {
  @Option(
      names = "--draws",
      paramLabel = "N",
      description =
          "Random draws. Default: 200 placebos of synthetic methods, 9999 of a wild bootstrap, 999 of"
              + " other bootstraps and permutations.")
  @Nullable Integer count;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Seed of random draws (default: ${DEFAULT-VALUE}).")
  long seed = 1;

  /** The number of draws, where the flags name none the usual one. */
  int countOr(int usual) {
    return Optional.ofNullable(count).orElse(usual);
  }
}
