package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class StackedEventsTest {
  private static final Offset<Double> CLOSE = within(1e-8);
  private static final Bins WINDOW = new Bins(-3, 1);
  private static final List<Integer> EVENTS = List.of(5, 12);

  /** Units in periods 1–16, hit at 5 and 12; the exposure of a unit differs between the events. */
  private static List<double[]> market(long seed, int units, double noise, double missing) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < units; i++) {
      double[] exposure = {random.nextDouble(), random.nextDouble()};
      for (int t = 1; t <= 16; t++) {
        int event = t < 9 ? 0 : 1;
        double effect = t == EVENTS.get(event) ? -4 * exposure[event] : 0;
        double y = i * (1 + event) + t * (i % 2) + effect + noise * random.nextGaussian();
        if (random.nextDouble() >= missing) {
          rows.add(new double[] {i, t, i % 2, exposure[event], 1 + i % 3, y});
        }
      }
    }
    return rows;
  }

  private static Panel panel(List<double[]> rows) {
    String[] names = {"unit", "t", "region", "e", "w", "y"};
    Panel.Builder panel = Panel.ofRows(rows.size());
    IntStream.range(0, names.length).forEach(j -> panel.numeric(names[j], i -> rows.get(i)[j]));
    for (int k = -3; k <= 1; k++) {
      int period = k;
      panel.numeric(
          "k" + k, i -> rows.get(i)[1] - event(rows.get(i)[1]) == period ? rows.get(i)[3] : 0);
    }
    panel.numeric("s", i -> event(rows.get(i)[1]));
    return panel.build();
  }

  private static double event(double t) {
    return t >= 2 && t <= 6 ? 5 : t >= 9 && t <= 13 ? 12 : Double.NaN;
  }

  private static ExposureEventStudyBuilder study() {
    return ExposureEventStudy.of("y", "e", "unit", "t", 5).but().within("region");
  }

  private static StackedEvents stacked() {
    return new StackedEvents(study().weightedBy("w").build(), List.of(12, 5), WINDOW);
  }

  @Test
  void itIsTheRegressionWithEffectsByEventWrittenOut() {
    Panel panel = panel(market(1, 24, 1, 0.1));
    Fit fit = stacked().fit(panel);
    Fit written =
        FixedEffectsRegression.of("y", List.of("k-3", "k-2", "k0", "k1"))
            .absorbing("s^unit", "region^s^t")
            .weightedBy("w")
            .with(Variance.clusteredBy("unit"))
            .fit(panel);
    assertThat(fit.observations()).isEqualTo(written.observations());
    assertThat(fit.clusters()).containsExactly(new Clusters("unit", 24));
    assertThat(fit.estimates())
        .extracting(Estimate::term)
        .containsExactly("e[-3]", "e[-2]", "e[0]", "e[1]");
    for (int j = 0; j < 4; j++) {
      assertThat(fit.estimates().get(j).estimate())
          .isCloseTo(written.estimates().get(j).estimate(), CLOSE);
      assertThat(fit.estimates().get(j).stdError())
          .isCloseTo(written.estimates().get(j).stdError(), CLOSE);
    }
  }

  @Test
  void theEffectsOfEachEventAreThoseOfAStudyOfItAlone() {
    List<double[]> rows = market(2, 24, 1, 0.1);
    Fit each = stacked().fitEach(panel(rows));
    for (int event : EVENTS) {
      List<double[]> own = rows.stream().filter(row -> event(row[1]) == event).toList();
      ExposureEventStudy alone =
          ExposureEventStudy.of("y", "e", "unit", "t", event)
              .but()
              .within("region")
              .weightedBy("w")
              .build();
      Fit fit = alone.fit(panel(own));
      assertThat(each.estimate("e[0]:" + event).estimate())
          .isCloseTo(fit.estimate("e[0]").estimate(), CLOSE);
    }
  }

  @Test
  void withoutNoiseThePlantedEffectIsFoundAndRowsOutsideAreCounted() {
    List<double[]> rows = market(3, 12, 0, 0);
    Fit fit = stacked().fit(panel(rows));
    assertThat(fit.estimate("e[0]").estimate()).isCloseTo(-4, CLOSE);
    assertThat(fit.estimate("e[1]").estimate()).isCloseTo(0, CLOSE);
    assertThat(fit.observations()).isEqualTo(120);
    assertThat(fit.dropped()).containsExactly(new Dropped("outside the window of every event", 72));
    assertThat(stacked().path(fit)).hasSize(5);
  }

  @Test
  void intervalsCoverThePlantedEffectAndTheTestOfNoPreTrendErrsAsOftenAsItSays() {
    int covered = 0;
    int rejected = 0;
    for (int run = 0; run < 150; run++) {
      Panel panel = panel(market(100 + run, 60, 1, 0.05));
      Estimate found = stacked().fit(panel).estimate("e[0]");
      covered += found.confLow() <= -4 && -4 <= found.confHigh() ? 1 : 0;
      rejected += stacked().preTrend(panel).pValue() < 0.05 ? 1 : 0;
    }
    // 142.5 and 7.5 of 150 give or take three standard deviations.
    assertThat(covered).isBetween(134, 150);
    assertThat(rejected).isBetween(0, 16);
  }

  @Test
  void overlappingAndHalfWindowsAreRefused() {
    Panel panel = panel(market(4, 12, 1, 0));
    refuses(
        new StackedEvents(study().build(), EVENTS, new Bins(-4, 3)),
        panel,
        "around the events of period 5 and period 12 overlap");
    refuses(
        new StackedEvents(study().build(), List.of(5, 30), WINDOW), panel, "event of t 30 no row");
    refuses(new StackedEvents(study().build(), List.of(), WINDOW), panel, "No event was named");
    refuses(new StackedEvents(study().relativeTo(-9).build(), EVENTS, WINDOW), panel, "period -9");
    List<double[]> twice = market(4, 12, 1, 0);
    twice.add(twice.get(4));
    refuses(new StackedEvents(study().build(), EVENTS, WINDOW), panel(twice), "two rows");
  }

  private static void refuses(StackedEvents events, Panel panel, String reason) {
    assertThatThrownBy(() -> events.fit(panel))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining(reason);
  }
}
