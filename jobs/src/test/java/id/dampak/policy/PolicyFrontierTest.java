package id.dampak.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import id.dampak.policy.Session.Timing;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PolicyFrontierTest {
  private static final Displacement QUARTER = new Displacement(0.25, "for the test");

  private static Session labelled(double score, int level, long amount) {
    return new Session(score, OptionalInt.of(level), amount, Timing.DURING_SUSPENSION);
  }

  private static Session unlabelled(double score, long amount) {
    return new Session(score, OptionalInt.empty(), amount, Timing.DURING_SUSPENSION);
  }

  /** Two inciting sessions (0.9 and 0.4), three harmless ones, one that nobody has labelled. */
  private static final List<Session> SESSIONS =
      List.of(
          labelled(0.9, 4, 100),
          labelled(0.4, 4, 200),
          labelled(0.8, 1, 400),
          labelled(0.5, 3, 800),
          labelled(0.1, 0, 1600),
          unlabelled(0.7, 3200));

  private static List<PolicyOption> compare(Double... thresholds) {
    return new PolicyFrontier(List.of(thresholds), QUARTER).compare(SESSIONS);
  }

  @Test
  void aBlanketSuspensionStopsEverySessionAndLosesWhatIsNotDisplaced() {
    PolicyOption blanket = compare(0.5).get(0);

    assertThat(blanket.policy()).isEqualTo(Policy.BLANKET);
    assertThat(blanket.stoppedRightly()).isEqualTo(2);
    assertThat(blanket.stoppedWrongly()).isEqualTo(3);
    assertThat(blanket.stoppedUnlabelled()).isEqualTo(1);
    assertThat(blanket.missed()).isZero();
    assertThat(blanket.stopped()).isEqualTo(blanket.sessions()).isEqualTo(6);
    assertThat(blanket.loss()).isEqualTo(0.75 * (100 + 200 + 400 + 800 + 1600 + 3200));
  }

  @Test
  void aThresholdStopsTheSessionsThatReachIt() {
    PolicyOption targeted = compare(0.5).get(1);

    assertThat(targeted.policy()).isEqualTo(Policy.TARGETED);
    assertThat(targeted.threshold()).isEqualTo(0.5);
    assertThat(targeted.stoppedRightly()).isEqualTo(1);
    assertThat(targeted.stoppedWrongly()).isEqualTo(2);
    assertThat(targeted.stoppedUnlabelled()).isEqualTo(1);
    assertThat(targeted.missed()).isEqualTo(1);
    assertThat(targeted.loss()).isEqualTo(0.75 * (100 + 400 + 800 + 3200));
  }

  @Test
  void onlyLevelFourCountsAsInciting() {
    List<PolicyOption> options =
        new PolicyFrontier(List.of(0.0), QUARTER)
            .compare(IntStream.rangeClosed(0, 4).mapToObj(l -> labelled(0.5, l, 1)).toList());

    assertThat(options.get(1).stoppedRightly()).isEqualTo(1);
    assertThat(options.get(1).stoppedWrongly()).isEqualTo(4);
  }

  @Test
  void sessionsOutsideTheSuspensionAreNobodysBusiness() {
    Session later = new Session(0.99, OptionalInt.of(4), 1_000_000, Timing.OUTSIDE_SUSPENSION);
    List<Session> more = Stream.concat(SESSIONS.stream(), Stream.of(later)).toList();

    assertThat(new PolicyFrontier(List.of(0.5), QUARTER).compare(more)).isEqualTo(compare(0.5));
  }

  @Test
  void thresholdsAreComparedOnceEachAndInOrder() {
    assertThat(compare(0.8, 0.2, 0.8))
        .extracting(PolicyOption::threshold)
        .containsExactly(0d, 0.2, 0.8);
  }

  @Test
  void withoutSessionsNothingIsStoppedAndNothingLost() {
    assertThat(new PolicyFrontier(List.of(0.5), QUARTER).compare(List.of()))
        .allSatisfy(
            option -> {
              assertThat(option.sessions()).isZero();
              assertThat(option.loss()).isZero();
            });
  }

  @Test
  void theAssumptionNamesTheDisplacementAndItsBasis() {
    assertThat(compare(0.5))
        .allSatisfy(
            option -> assertThat(option.assumptions().get(0)).contains("25%", "for the test"));
  }

  @Test
  void overAllThresholdsIncitingSessionsAreConservedAndTheLossNeverRises() {
    SplittableRandom random = new SplittableRandom(20250830);
    for (int draw = 0; draw < 200; draw++) {
      List<Session> sessions =
          random
              .ints(random.nextInt(60))
              .mapToObj(
                  seed ->
                      seed % 7 == 0
                          ? unlabelled(random.nextDouble(), random.nextLong(1_000_000))
                          : labelled(
                              random.nextDouble(), random.nextInt(5), random.nextLong(1_000_000)))
              .toList();
      List<Double> thresholds = random.doubles(8).boxed().toList();
      List<PolicyOption> options = new PolicyFrontier(thresholds, QUARTER).compare(sessions);

      long inciting = sessions.stream().filter(Session::isKnownToIncite).count();
      for (int i = 0; i < options.size(); i++) {
        PolicyOption option = options.get(i);
        assertThat(option.stoppedRightly() + option.missed()).isEqualTo(inciting);
        assertThat(option.stopped()).isLessThanOrEqualTo(option.sessions());
        if (i > 0) {
          assertThat(option.loss()).isLessThanOrEqualTo(options.get(i - 1).loss());
          assertThat(option.missed()).isGreaterThanOrEqualTo(options.get(i - 1).missed());
        }
      }
    }
  }

  @Test
  void fullDisplacementLosesNothingAndNoneLosesEverything() {
    assertThat(loss(1)).isZero();
    assertThat(loss(0)).isCloseTo(6300, within(1e-9));
  }

  private static double loss(double displaced) {
    Displacement displacement = new Displacement(displaced, "for the test");
    return new PolicyFrontier(List.of(0.5), displacement).compare(SESSIONS).get(0).loss();
  }

  @Test
  void impossibleInputIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> labelled(1.01, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> labelled(Double.NaN, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> labelled(0.5, 5, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> labelled(0.5, 4, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Displacement(1.1, ""));
    assertThatIllegalArgumentException().isThrownBy(() -> compare(1.5));
    assertThatIllegalArgumentException().isThrownBy(() -> compare());
  }
}
