package id.dampak.coverage;

import id.dampak.estimate.sensitivity.Evidence;
import id.dampak.estimate.sensitivity.Finding;
import id.dampak.estimate.sensitivity.Finding.Topic;
import id.dampak.estimate.sensitivity.Standing;
import id.dampak.estimate.sensitivity.Verdict;
import id.dampak.estimate.sensitivity.VerdictRules;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;

/**
 * A market whose study deserves a verdict.
 *
 * @param words what is the matter with it
 * @param topics the evidence that should object; none for a market that meets the assumptions
 * @param evidence of one such market
 */
record VerdictDesign(
    String words, List<Topic> topics, Function<RandomGenerator, Evidence> evidence) {
  /** Markets drawn; each breakdown value takes a tenth of a second and more. */
  static final int DRAWS = Math.min(200, CoverageRun.MOST);

  VerdictDesign {
    topics = List.copyOf(topics);
  }

  /**
   * Verdicts counted.
   *
   * @param identified markets called identified
   * @param notIdentified markets called not identified
   * @param right markets in which a topic of the design objected
   * @param objections markets in which each topic objected
   */
  record Outcome(
      VerdictDesign design,
      int identified,
      int notIdentified,
      int right,
      Map<Topic, Integer> objections) {
    /** The share of markets about which the verdict says anything but identified. */
    double objected() {
      return 1 - (double) identified / DRAWS;
    }
  }

  Outcome run() {
    List<Verdict> verdicts =
        LongStream.rangeClosed(1, DRAWS).parallel().mapToObj(this::verdict).toList();
    Map<Topic, Integer> objections = new TreeMap<>();
    for (Topic topic : Topic.values()) {
      objections.put(topic, count(verdicts, v -> objects(v, topic)));
    }
    return new Outcome(
        this,
        count(verdicts, v -> v.standing() == Standing.IDENTIFIED),
        count(verdicts, v -> v.standing() == Standing.NOT_IDENTIFIED),
        count(verdicts, v -> topics.stream().anyMatch(topic -> objects(v, topic))),
        objections);
  }

  /** The verdict about the market of a seed. */
  Verdict verdict(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    return VerdictRules.usual().judge(evidence.apply(random));
  }

  private static boolean objects(Verdict verdict, Topic topic) {
    return verdict.findings().stream()
        .filter(finding -> finding.topic() == topic)
        .map(Finding::standing)
        .anyMatch(standing -> standing != Standing.IDENTIFIED);
  }

  private static int count(List<Verdict> verdicts, Predicate<Verdict> condition) {
    return (int) verdicts.stream().filter(condition).count();
  }
}
