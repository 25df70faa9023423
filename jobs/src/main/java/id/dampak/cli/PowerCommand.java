package id.dampak.cli;

import id.dampak.job.PowerAnalysis;
import id.dampak.job.PowerQuestion;
import id.dampak.lake.Lake;
import id.dampak.lake.LakeLock;
import id.dampak.study.Inputs;
import id.dampak.study.Study;
import id.dampak.study.StudyFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what a study could detect. */
@Command(
    name = "power",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says from the data before a suspension what loss the study could detect: how much the",
      "estimate moves on dates on which nothing was suspended, for more or fewer merchants, longer",
      "or shorter suspensions, and more or less of the feature in sales. Nothing after the first",
      "suspended period is looked at. Where the lake has no panel of the study, it is built first.",
      "The numbers are also rows of gold.power."
    },
    footer = {
      "",
      "Example: dampak power --study jobs/studies/tiktok-live-2025.yaml --periods 1,2,3"
    })
final class PowerCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin LakeOption lake = new LakeOption();

  @Option(
      names = "--study",
      paramLabel = "FILE",
      description = "Study file; without it the bundled study on synthetic data.")
  @Nullable Path study;

  @Option(
      names = "--specification",
      paramLabel = "NAME",
      description = "An exposure event study of it (default: the first that is a result).")
  @Nullable String specification;

  @Option(
      names = "--size",
      paramLabel = "SHARE",
      defaultValue = "0.05",
      description = "Size of the two-sided test (default: ${DEFAULT-VALUE}).")
  double size = 0.05;

  @Option(
      names = "--power",
      paramLabel = "SHARE",
      defaultValue = "0.8",
      description = "Probability of detection that is asked for (default: ${DEFAULT-VALUE}).")
  double power = 0.8;

  @Option(
      names = "--periods",
      paramLabel = "N",
      split = ",",
      description =
          "Lengths of a suspension beside the true one (default: a quarter, a half, twice and three"
              + " times it).")
  List<Integer> periods = new ArrayList<>();

  @Option(
      names = "--input",
      paramLabel = "NAME=PATH",
      description =
          "File or glob for an input, instead of the study's, where files have to land; repeatable.")
  List<String> inputs = new ArrayList<>();

  @Mixin KeyOption key = new KeyOption();

  @Override
  public void run() {
    PowerQuestion question =
        new PowerQuestion(Optional.ofNullable(specification), size, power, periods);
    Study declared = StudyFile.read(study == null ? Installation.bundledStudy() : study);
    Study resolved = Inputs.overridden(declared, inputs);
    TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr());
    LakeLock.during(
        lake.path(),
        "power of the study " + resolved.id(),
        () -> {
          progress.banner(resolved, lake.path());
          Sessions.with(
              session -> {
                PowerAnalysis.Outcome outcome =
                    new PowerAnalysis(
                            new Lake(session, lake.path()), progress, () -> key.neededBy(resolved))
                        .of(resolved, question);
                new PowerText(resolved, outcome.report()).print(spec.commandLine().getOut());
                outcome.run().requireWhole();
              });
        });
  }
}
