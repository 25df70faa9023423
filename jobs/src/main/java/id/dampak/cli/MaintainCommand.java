package id.dampak.cli;

import id.dampak.error.RunErrors;
import id.dampak.job.LakeMaintenance;
import id.dampak.lake.Lake;
import id.dampak.lake.LakeLock;
import id.dampak.lake.Maintainer;
import id.dampak.lake.Maintainer.Upkeep;
import id.dampak.lake.Retention;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Maintains a lake. */
@Command(
    name = "maintain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Joins small files and removes those that no version within the retention needs. What a lake",
      "promises, that runs of so many days can be reproduced (365 where nobody said otherwise), is",
      "kept in every case."
    },
    footer = {"", "Example: dampak maintain --dry-run"})
final class MaintainCommand implements Runnable {
  private static final double MEGABYTE = 1e6;

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin LakeOption lake = new LakeOption();

  @Option(names = "--dry-run", description = "Say what there is to do, and do nothing.")
  boolean dryRun;

  @Option(
      names = "--retention",
      paramLabel = "DAYS",
      description = "Keep old files for longer than is promised, from now on.")
  @Nullable Integer retention;

  @Option(
      names = "--promise",
      paramLabel = "DAYS",
      description = "Declare for how long runs can be reproduced, from now on.")
  @Nullable Integer promise;

  @Override
  public void run() {
    Sessions.with(
        session -> {
          Lake opened = new Lake(session, lake.path());
          if (opened.versions().isEmpty()) {
            throw RunErrors.noRuns(opened.root());
          }
          Retention declared = retention(Retention.of(opened));
          LakeMaintenance maintenance = new LakeMaintenance(opened, Instant.now());
          announce(declared, maintenance);
          if (dryRun) {
            report(new Maintainer(opened).plan());
          } else {
            LakeLock.during(
                opened.root(),
                "maintenance",
                () -> report(maintenance.carryOut(declared, upkeep -> {})));
          }
        });
  }

  private Retention retention(Retention present) {
    Retention promised = promise == null ? present : present.promising(promise);
    return retention == null ? promised : promised.keeping(retention);
  }

  private void announce(Retention declared, LakeMaintenance maintenance) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "Runs of the last %d days can be reproduced; old files are kept for %d days.%n",
        declared.promisedDays(), declared.keptDays());
    long beyond = maintenance.beyondPromise(declared);
    if (beyond > 0) {
      out.printf("Runs before that: %d; what they read may go.%n", beyond);
    }
    out.flush();
  }

  private void report(List<Upkeep> upkeep) {
    TextTable table =
        new TextTable(
            List.of(
                "table",
                dryRun ? "files" : "files before",
                dryRun ? "to join" : "after",
                dryRun ? "MB on disk" : "MB before",
                dryRun ? "files to remove" : "after",
                dryRun ? "" : "files removed"));
    upkeep.forEach(done -> table.add(dryRun ? planned(done) : cells(done)));
    table.print(spec.commandLine().getOut());
  }

  private static List<String> planned(Upkeep plan) {
    return List.of(
        plan.table().id(),
        count(plan.before().files()),
        count(plan.joined()),
        megabytes(plan.before().storedBytes()),
        count(plan.removed()),
        "");
  }

  private static List<String> cells(Upkeep done) {
    return List.of(
        done.table().id(),
        count(done.before().files()),
        count(done.after().files()),
        megabytes(done.before().storedBytes()),
        megabytes(done.after().storedBytes()),
        count(done.removed()));
  }

  private static String count(long files) {
    return String.format(Locale.ROOT, "%,d", files);
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,.1f", bytes / MEGABYTE);
  }
}
