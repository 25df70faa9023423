package id.dampak.report;

import id.dampak.policy.PolicyOption;
import java.util.List;
import java.util.Optional;

/**
 * The two halves of the project in one table: what each policy stops, misses and costs.
 *
 * @param options the policies, the blanket suspension first
 * @param currency what losses are paid in
 * @param causalLoss the loss that the main specification estimates, as a check beside the table
 */
public record Policies(
    List<PolicyOption> options, Currency currency, Optional<Measurement> causalLoss)
    implements Section {

  public Policies {
    options = List.copyOf(options);
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

  /** The loss for people. */
  public String lossText(PolicyOption option) {
    return new Scale.Money(currency).notation(option.loss(), 0).full().apply(option.loss());
  }

  /** The loss as a share of what the costliest policy loses; empty for that policy itself. */
  public String relativeLossText(PolicyOption option) {
    double largest = options.stream().mapToDouble(PolicyOption::loss).max().orElse(0);
    return option.loss() < largest
        ? DecimalText.exactly(1, 100 * option.loss() / largest) + "% of the blanket loss"
        : "";
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
