package id.dampak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A panel that does not meet a method's needs gives a reason and a remedy, never a number. */
class EstimateRefusalTest {
  private static final List<String> STAYS =
      List.of("--unit=unit", "--time=time", "--cohort=cohort");
  private static final List<String> COMES_AND_GOES =
      List.of("--unit=unit", "--time=time", "--treatment=off");
  private static final List<String> EVENT =
      List.of("--unit=unit", "--time=time", "--exposure=share", "--event-period=6");
  private static final List<String> FEW =
      List.of("--unit=unit", "--time=time", "--treated-from=start", "--inference=none");

  /** Methods for panels, with the flags that they need. */
  private static final Map<String, List<String>> METHODS =
      Map.ofEntries(
          Map.entry("event-study", EVENT),
          Map.entry("poisson-event-study", EVENT),
          Map.entry("dose-bins", and(EVENT, "--cuts=0.3")),
          Map.entry(
              "stacked-events",
              List.of(
                  "--unit=unit", "--time=time", "--exposure=share", "--events=6", "--window=-3:3")),
          Map.entry("callaway-santanna", STAYS),
          Map.entry("imputation", STAYS),
          Map.entry("sun-abraham", STAYS),
          Map.entry("bacon", List.of("--unit=unit", "--time=time", "--treatment=stays")),
          Map.entry("did-l", COMES_AND_GOES),
          Map.entry("did-m", COMES_AND_GOES),
          Map.entry("carry-over", COMES_AND_GOES),
          Map.entry("synthetic-did", FEW),
          Map.entry("synthetic-control", FEW),
          Map.entry("average-did", FEW));

  @TempDir Path folder;

  /** One row of the panel. */
  private record Row(int unit, int time, String outcome, int start, double share) {
    String csv() {
      boolean stays = start > 0 && time >= start;
      boolean off = start > 0 && time >= start && time < start + 2;
      return "%d,%d,%s,%d,%s,%d,%d,%s%n"
          .formatted(
              unit,
              time,
              outcome,
              start,
              share,
              stays ? 1 : 0,
              off ? 1 : 0,
              start > 0 ? start : "0");
    }

    Row with(String other) {
      return new Row(unit, time, other, start, share);
    }

    Row exposed(int from, double other) {
      return new Row(unit, time, outcome, from, other);
    }
  }

  /** What is wrong with a panel. */
  private enum Fault {
    ALL_ZEROS {
      @Override
      Stream<Row> of(List<Row> rows) {
        return rows.stream().map(row -> row.with("0"));
      }
    },
    ONE_PERIOD {
      @Override
      Stream<Row> of(List<Row> rows) {
        return rows.stream().filter(row -> row.time() == 6);
      }
    },
    NO_CONTROLS {
      @Override
      Stream<Row> of(List<Row> rows) {
        return rows.stream().map(row -> row.exposed(6, 1));
      }
    },
    NOBODY_TREATED {
      @Override
      Stream<Row> of(List<Row> rows) {
        return rows.stream().map(row -> row.exposed(0, 0));
      }
    },
    ALL_MISSING {
      @Override
      Stream<Row> of(List<Row> rows) {
        return rows.stream().map(row -> row.with("NaN"));
      }
    },
    INFINITE {
      @Override
      Stream<Row> of(List<Row> rows) {
        return rows.stream()
            .map(row -> row.unit() == 3 && row.time() == 5 ? row.with("Infinity") : row);
      }
    },
    TWICE {
      @Override
      Stream<Row> of(List<Row> rows) {
        return Stream.concat(rows.stream(), rows.stream().filter(row -> row.time() == 6).limit(1));
      }
    };

    abstract Stream<Row> of(List<Row> rows);
  }

  static Stream<Arguments> faults() {
    return METHODS.keySet().stream()
        .sorted()
        .flatMap(method -> Arrays.stream(Fault.values()).map(fault -> Arguments.of(method, fault)));
  }

  static Stream<String> methods() {
    return METHODS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void thePanelWithoutAFaultIsEstimated(String method) throws IOException {
    EstimateRun run = estimate(method, rows().stream());

    assertThat(run.complaint()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultIsRefused(String method, Fault fault) throws IOException {
    EstimateRun run = estimate(method, fault.of(rows()));

    assertThat(run.printed()).isEmpty();
    assertThat(run.complaint()).contains("why:").contains("remedy:");
    assertThat(run.code()).isEqualTo(3);
  }

  /** Twelve units over twelve periods, of which three are treated from period 6 on. */
  private static List<Row> rows() {
    Random random = new Random(6);
    List<Row> rows = new ArrayList<>();
    for (int unit = 0; unit < 12; unit++) {
      int start = unit < 3 ? 6 : 0;
      for (int time = 1; time <= 12; time++) {
        double outcome = 10 + unit + 0.3 * time + random.nextGaussian();
        rows.add(new Row(unit, time, "%.4f".formatted(outcome), start, unit % 4 / 4.0));
      }
    }
    return rows;
  }

  private EstimateRun estimate(String method, Stream<Row> rows) throws IOException {
    StringBuilder csv = new StringBuilder("unit,time,y,cohort,share,stays,off,start\n");
    rows.forEach(row -> csv.append(row.csv()));
    Path file = Files.writeString(folder.resolve("panel.csv"), csv);
    List<String> arguments =
        new ArrayList<>(List.of(file.toString(), "--outcome=y", "--method=" + method));
    arguments.addAll(METHODS.get(method));
    return EstimateRun.of(arguments);
  }

  private static List<String> and(List<String> flags, String more) {
    return Stream.concat(flags.stream(), Stream.of(more)).toList();
  }
}
