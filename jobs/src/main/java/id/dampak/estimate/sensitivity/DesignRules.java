package id.dampak.estimate.sensitivity;

import id.dampak.estimate.sensitivity.Finding.Figure;
import id.dampak.estimate.sensitivity.Finding.Topic;
import java.util.List;

/** What the evidence on the design says: how many there are of what, and who carries the result. */
final class DesignRules {
  private final VerdictRules rules;
  private final Evidence evidence;

  DesignRules(VerdictRules rules, Evidence evidence) {
    this.rules = rules;
    this.evidence = evidence;
  }

  Finding clusters() {
    if (evidence.clusters().isEmpty()) {
      return VerdictRules.notExamined(Topic.CLUSTERS, "how many clusters there are");
    }
    int count = evidence.clusters().getAsInt();
    double effective = evidence.effectiveClusters().orElse(Double.NaN);
    List<Figure> figures =
        List.of(
            new Figure("clusters", count),
            new Figure("effective clusters", effective),
            new Figure("least", rules.leastClusters()),
            new Figure("enough", rules.enoughClusters()));
    String found = count + " clusters";
    if (count >= rules.leastClusters() && effective < rules.leastClusters()) {
      return new Finding(
          Topic.CLUSTERS,
          Standing.FRAGILE,
          found
              + " carry the effect like "
              + VerdictRules.number(effective)
              + " equal ones, as where few are exposed: standard errors are too small, use"
              + " randomisation or a method for few treated groups.",
          figures);
    }
    if (count >= rules.enoughClusters()) {
      return new Finding(
          Topic.CLUSTERS, Standing.IDENTIFIED, found + " carry the standard errors.", figures);
    }
    return count >= rules.leastClusters()
        ? new Finding(
            Topic.CLUSTERS,
            Standing.FRAGILE,
            found + " are few: standard errors are too small, use a wild cluster bootstrap.",
            figures)
        : new Finding(
            Topic.CLUSTERS,
            Standing.NOT_IDENTIFIED,
            found + " are too few for any standard error.",
            figures);
  }

  Finding stayers() {
    if (evidence.stayers().isEmpty()) {
      return VerdictRules.notExamined(Topic.STAYERS, "who was left alone by the event");
    }
    int count = evidence.stayers().getAsInt();
    List<Figure> figures =
        List.of(new Figure("stayers", count), new Figure("enough", rules.enoughStayers()));
    if (count == 0) {
      return new Finding(
          Topic.STAYERS,
          Standing.NOT_IDENTIFIED,
          "No unit was left alone by the event: there is nothing to compare with.",
          figures);
    }
    return count >= rules.enoughStayers()
        ? new Finding(
            Topic.STAYERS,
            Standing.IDENTIFIED,
            count + " units were left alone by the event.",
            figures)
        : new Finding(
            Topic.STAYERS,
            Standing.FRAGILE,
            "Only " + count + " units were left alone by the event: a thin comparison.",
            figures);
  }

  Finding timeShocks() {
    if (evidence.events().isEmpty()) {
      return VerdictRules.notExamined(Topic.TIME_SHOCKS, "how many events enter");
    }
    int events = evidence.events().getAsInt();
    double p = evidence.placeboDatesPValue().orElse(Double.NaN);
    List<Figure> figures =
        List.of(
            new Figure("events", events),
            new Figure("placebo p", p),
            new Figure("size", rules.size()));
    String one =
        events == 1
            ? "The effect rests on one event, one draw of whatever else happened on those days"
            : "The effect rests on " + events + " events";
    if (Double.isNaN(p)) {
      return events > 1
          ? new Finding(Topic.TIME_SHOCKS, Standing.IDENTIFIED, one + ".", figures)
          : new Finding(
              Topic.TIME_SHOCKS,
              Standing.FRAGILE,
              one + ", and was not compared with other dates.",
              figures);
    }
    return p < rules.size()
        ? new Finding(
            Topic.TIME_SHOCKS,
            Standing.IDENTIFIED,
            one
                + "; among dates without one it would be rare (p = "
                + VerdictRules.number(p)
                + ").",
            figures)
        : new Finding(
            Topic.TIME_SHOCKS,
            Standing.FRAGILE,
            one + "; dates without one give effects as large (p = " + VerdictRules.number(p) + ").",
            figures);
  }

  Finding dominance() {
    if (evidence.mostInfluential().isEmpty()) {
      return VerdictRules.notExamined(Topic.DOMINANCE, "whether one unit or group carries it");
    }
    Refit without = evidence.mostInfluential().get();
    double effect = evidence.effect().estimate();
    double left = without.estimate().estimate();
    List<Figure> figures =
        List.of(
            new Figure("effect", effect),
            new Figure("without", left),
            new Figure("influence", rules.influence()));
    String moves =
        "Without "
            + without.name()
            + " the effect is "
            + VerdictRules.number(left)
            + " instead of "
            + VerdictRules.number(effect);
    if (!(left * effect > 0)) {
      return new Finding(
          Topic.DOMINANCE, Standing.NOT_IDENTIFIED, moves + ": its sign hangs on one.", figures);
    }
    return Math.abs(left - effect) <= rules.influence() * Math.abs(effect)
        ? new Finding(
            Topic.DOMINANCE, Standing.IDENTIFIED, moves + ", the largest change.", figures)
        : new Finding(
            Topic.DOMINANCE, Standing.FRAGILE, moves + ": its size hangs on one.", figures);
  }
}
