package id.dampak.estimate.sensitivity;

import id.dampak.estimate.Estimate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A copy of evidence while one piece of it is exchanged. */
final class EvidenceCopy {
  Estimate effect;
  OptionalDouble preTrendPValue;
  OptionalDouble trendBias;
  OptionalDouble undetectedBias;
  OptionalDouble breakdownMbar;
  OptionalInt clusters;
  OptionalDouble effectiveClusters;
  OptionalInt stayers;
  OptionalInt events;
  OptionalDouble placeboDatesPValue;
  Optional<Refit> mostInfluential;

  EvidenceCopy(Evidence evidence) {
    effect = evidence.effect();
    preTrendPValue = evidence.preTrendPValue();
    trendBias = evidence.trendBias();
    undetectedBias = evidence.undetectedBias();
    breakdownMbar = evidence.breakdownMbar();
    clusters = evidence.clusters();
    effectiveClusters = evidence.effectiveClusters();
    stayers = evidence.stayers();
    events = evidence.events();
    placeboDatesPValue = evidence.placeboDatesPValue();
    mostInfluential = evidence.mostInfluential();
  }

  Evidence evidence() {
    return new Evidence(
        effect,
        preTrendPValue,
        trendBias,
        undetectedBias,
        breakdownMbar,
        clusters,
        effectiveClusters,
        stayers,
        events,
        placeboDatesPValue,
        mostInfluential);
  }
}
