package id.dampak.cli;

import id.dampak.contract.LandedFile;
import id.dampak.job.Derivation;
import id.dampak.job.Job;
import id.dampak.job.Pipeline;
import id.dampak.job.Runner;
import id.dampak.lake.Lake;
import id.dampak.lake.LakeLock;
import id.dampak.privacy.PseudonymKey;
import id.dampak.study.Inputs;
import id.dampak.study.Study;
import id.dampak.study.StudyFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the pipeline for a study. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Runs every job of the pipeline for a study and writes its report.",
    footer = {
      "",
      "Example: dampak run --study jobs/studies/texas-harvey.yaml --lake lakes/texas \\",
      "           --input filings=filings.csv.gz --input receipts=receipts.csv.gz \\",
      "           --input counties=counties.csv"
    })
final class RunCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin LakeOption lake = new LakeOption();

  @Option(
      names = "--study",
      paramLabel = "FILE",
      description = "Study file; without it the bundled study on synthetic data runs.")
  @Nullable Path study;

  @Option(
      names = "--input",
      paramLabel = "NAME=PATH",
      description = "File or glob for an input, instead of the study's; repeatable.")
  List<String> inputs = new ArrayList<>();

  @Option(
      names = "--as-known-on",
      paramLabel = "DATE",
      description =
          "Only rows known by the end of this day count; results stand apart, as STUDY@DATE.")
  @Nullable LocalDate knownOn;

  @Option(
      names = "--rebuild",
      description =
          "Derive everything from bronze instead of what changed; it makes damaged tables good.")
  boolean rebuild;

  @Mixin KeyOption key = new KeyOption();

  @ArgGroup @Nullable Part part;

  /** Which part of the pipeline. */
  static final class Part {
    @Option(names = "--only", paramLabel = "JOB", description = "Run this job alone.")
    @Nullable String only;

    @Option(names = "--from", paramLabel = "JOB", description = "Run this job and all after it.")
    @Nullable String from;
  }

  @Override
  public void run() {
    List<Job> jobs = jobs();
    Study declared = StudyFile.read(study == null ? Installation.bundledStudy() : study);
    Study given = Inputs.overridden(declared, inputs);
    Study resolved = knownOn == null ? given : given.asKnownOn(knownOn);
    Derivation derivation = rebuild ? Derivation.OF_EVERYTHING : Derivation.OF_WHAT_CHANGED;
    Optional<PseudonymKey> secret =
        jobs.stream().anyMatch(job -> job.writes().contains(LandedFile.TABLE))
            ? key.neededBy(resolved)
            : Optional.empty();
    TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr());
    LakeLock.during(
        lake.path(),
        "run of the study " + resolved.id(),
        () -> {
          progress.banner(resolved, lake.path());
          Sessions.with(
              session -> {
                Runner.Outcome outcome =
                    new Runner(new Lake(session, lake.path()), progress, derivation, secret)
                        .run(resolved, jobs);
                progress.done(outcome.report());
                outcome.requireWhole();
              });
        });
  }

  private List<Job> jobs() {
    if (part != null && part.only != null) {
      return List.of(Pipeline.named(part.only));
    }
    if (part != null && part.from != null) {
      return Pipeline.from(part.from);
    }
    return Pipeline.JOBS;
  }
}
