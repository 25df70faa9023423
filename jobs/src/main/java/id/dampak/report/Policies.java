package id.dampak.report;

import id.dampak.policy.PolicyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The two halves of the project in one table: what each policy stops, misses and costs.
 *
 * @param options the policies, the blanket suspension first
 * @param hidden those among them whose loss is not told, because it would tell of few merchants
 * @param currency what losses are paid in
 * @param causalLoss the loss that the main specification estimates, as a check beside the table
 */
public record Policies(
    List<PolicyOption> options,
    Set<PolicyOption> hidden,
    Currency currency,
    Optional<Measurement> causalLoss)
    implements Section {

  public Policies {
    options = List.copyOf(options);
    hidden = Set.copyOf(hidden);
  }

  @Override
  public String anchor() {
    return "policies";
  }

  @Override
  public String heading() {
    return "Blanket suspension or targeted moderation";
  }

  @Override
  public boolean isEmpty() {
    return options.isEmpty();
  }

  /** Sessions that were planned while the suspension lasted. */
  public long sessions() {
    return options.stream().mapToLong(PolicyOption::sessions).max().orElse(0);
  }

  /** Whether some stopped sessions have no label, so that a column shows them. */
  public boolean hasUnlabelled() {
    return options.stream().anyMatch(option -> option.stoppedUnlabelled() > 0);
  }

  /** What the losses rest on, each assumption once. */
  public List<String> assumptions() {
    return options.stream().flatMap(option -> option.assumptions().stream()).distinct().toList();
  }

  /** The policy for people. */
  public String policyText(PolicyOption option) {
    return switch (option.policy()) {
      case BLANKET -> "Blanket suspension";
      case TARGETED -> "Stop scores of " + DecimalText.atMost(4, option.threshold()) + " and above";
    };
  }

  /** Whether some loss is not told. */
  public boolean hides() {
    return !hidden.isEmpty();
  }

  /** The loss for people. */
  public String lossText(PolicyOption option) {
    return hidden.contains(option)
        ? "hidden"
        : new Scale.Money(currency).notation(option.loss(), 0).full().apply(option.loss());
  }

  /**
   * The loss as a share of the blanket suspension's; empty for that one, and where one is hidden.
   */
  public String relativeLossText(PolicyOption option) {
    PolicyOption blanket = options.get(0);
    return hidden.contains(option) || hidden.contains(blanket) || option.loss() >= blanket.loss()
        ? ""
        : DecimalText.exactly(1, 100 * option.loss() / blanket.loss()) + "% of the blanket loss";
  }

  /** Sessions wrongly stopped for each thousand planned, for people. */
  public String wrongPerThousand(PolicyOption option) {
    return perThousand(option.stoppedWrongly(), option.sessions());
  }

  /** Share of the sessions known to incite that the policy stops; empty where none is known. */
  public String recallText(PolicyOption option) {
    long inciting = option.stoppedRightly() + option.missed();
    return inciting == 0
        ? "none known"
        : DecimalText.exactly(0, 100.0 * option.stoppedRightly() / inciting) + "%";
  }

  private static String perThousand(long count, long of) {
    return of == 0 ? "" : DecimalText.exactly(1, 1000.0 * count / of);
  }
}
