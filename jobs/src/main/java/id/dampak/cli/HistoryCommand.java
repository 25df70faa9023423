package id.dampak.cli;

import id.dampak.contract.LandedFile;
import id.dampak.contract.Layer;
import id.dampak.contract.Tables;
import id.dampak.error.CommandErrors;
import id.dampak.error.DampakException;
import id.dampak.job.Headline;
import id.dampak.job.RunHistory;
import id.dampak.job.RunRecord;
import id.dampak.lake.Lake;
import id.dampak.study.Study;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the runs of a lake. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the runs of the lake, the latest first: study, knowledge, program, data, headline.",
      "The data are the versions of the tables of bronze, when the run ended."
    },
    footer = {"", "Example: dampak history --last 5"})
final class HistoryCommand implements Runnable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String NOTHING = "–";

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin LakeOption lake = new LakeOption();

  @Option(
      names = "--last",
      paramLabel = "N",
      defaultValue = "20",
      description = "Runs to list (default: ${DEFAULT-VALUE}).")
  int last = 20;

  @Override
  public void run() {
    if (last < 0) {
      throw CommandErrors.numberTooLow("--last", last, 0);
    }
    Sessions.with(session -> print(new Lake(session, lake.path())));
  }

  private void print(Lake opened) {
    RunHistory history = new RunHistory(opened);
    List<RunRecord> runs = history.runs();
    TextTable table =
        new TextTable(
            List.of("run", "when (UTC)", "study", "known on", "code", "bronze", "headline"));
    runs.stream()
        .limit(last)
        .forEach(run -> table.add(line(run, Headline.of(opened, run, declared(history, run)))));
    table.print(spec.commandLine().getOut());
    if (runs.size() > last) {
      spec.commandLine().getOut().printf("and %d before%n", runs.size() - last);
    }
  }

  private static List<String> line(RunRecord run, Optional<Headline> headline) {
    return List.of(
        run.id(),
        TIME.format(run.startedAt()),
        run.study(),
        run.knownOn().map(Object::toString).orElse("all"),
        run.codeVersion(),
        versions(run),
        headline.map(HistoryCommand::text).orElse(NOTHING));
  }

  /** A study that this version cannot read any more takes the headline from its line alone. */
  private static Optional<Study> declared(RunHistory history, RunRecord run) {
    try {
      return history.study(run);
    } catch (DampakException unreadable) {
      return Optional.empty();
    }
  }

  /** Bronze tables that hold rows; which files count stands in one of its own. */
  private static String versions(RunRecord run) {
    return Tables.in(Layer.BRONZE)
        .filter(table -> !table.equals(LandedFile.TABLE))
        .filter(table -> run.version(table).isPresent())
        .map(table -> table.name() + " " + run.version(table).getAsLong())
        .collect(Collectors.joining(", "));
  }

  static String text(Headline headline) {
    String number = number(headline.estimate());
    return headline.low().isPresent() && headline.high().isPresent()
        ? "%s %s (%s to %s)"
            .formatted(
                headline.term(),
                number,
                number(headline.low().getAsDouble()),
                number(headline.high().getAsDouble()))
        : headline.term() + " " + number;
  }

  private static String number(double value) {
    return Math.abs(value) >= 1000
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.4f", value);
  }
}
