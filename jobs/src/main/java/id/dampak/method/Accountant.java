package id.dampak.method;

import id.dampak.error.AccountingErrors;
import id.dampak.error.DampakException;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.inference.AccountLine;
import id.dampak.estimate.inference.LossAccount;
import id.dampak.estimate.inference.LossAccounting;
import id.dampak.estimate.inference.LossPart;
import id.dampak.method.AccountEntry.Basis;
import id.dampak.panel.Observations.Columns;
import id.dampak.panel.SalesChanges;
import id.dampak.study.Accounting;
import id.dampak.study.Exposure;
import id.dampak.study.Method;
import id.dampak.study.Specification;
import id.dampak.study.Specification.Outcome;
import id.dampak.study.Study;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Splits the loss of a study's headline into its parts and groups, and puts beside it what the
 * study declares.
 */
public final class Accountant {
  private final Study study;
  private final Specification specification;

  /**
   * For a specification of a study.
   *
   * @throws id.dampak.error.DampakException where it is no event study of sales by merchant, or
   *     clustered otherwise than in one dimension
   */
  public Accountant(Study study, Specification specification) {
    this.study = study;
    this.specification = specification;
    if (specification.method() != Method.EXPOSURE_EVENT_STUDY
        || specification.outcome() instanceof Outcome.LogRatio
        || specification.clip().isPresent()
        || !specification.sample().isEmpty()) {
      throw AccountingErrors.needsEventStudy(specification.name());
    }
    if (specification.clusters().size() > 1) {
      throw AccountingErrors.needsOneCluster(specification.clusters());
    }
  }

  /** Columns of the groups that a loss is split by. */
  public List<String> dimensions() {
    Stream<String> declared =
        study.dimensions().stream().map(dimension -> dimension.name().toLowerCase(Locale.ROOT));
    return knowsChannels()
        ? Stream.concat(declared, Stream.of(SalesChanges.Columns.DEPENDENCE)).toList()
        : declared.toList();
  }

  private boolean knowsChannels() {
    return study.exposure() instanceof Exposure.FeatureShare;
  }

  /**
   * The account.
   *
   * @throws id.dampak.error.DampakException where exposure does not vary within any cell
   */
  public StudyAccount account(SalesChanges changes) {
    LossAccount account = accounting().account(changes.units());
    AccountEntries entries = new AccountEntries();
    AccountLine total = account.total();
    entries.addTotal(Basis.LOSS, total, periods(changes));
    List<GroupEquality> tests = new ArrayList<>();
    for (String dimension : dimensions()) {
      account.by(dimension).forEach(line -> entries.addGroup(dimension, line));
      entries.addDiscrepancy(dimension, account.discrepancy(dimension));
      for (LossPart part : parts(changes)) {
        account
            .equality(dimension, part)
            .ifPresent(test -> tests.add(new GroupEquality(dimension, name(part), test)));
      }
    }
    Accounting declared = study.accounting();
    declared.spilloverShare().stream()
        .boxed()
        .flatMap(share -> account.spillovers(share).stream())
        .forEach(bounds -> entries.addBounds(total, bounds));
    declared.surveyWeights().ifPresent(weights -> addPopulation(entries, account, weights));
    declared
        .comparisons()
        .forEach(comparison -> entries.addComparison(comparison, changes.hours()));
    return new StudyAccount(entries.all(), tests, summary(total, changes));
  }

  private LossAccounting accounting() {
    LossAccounting.Changes columns =
        knowsChannels()
            ? new LossAccounting.Changes(
                SalesChanges.Columns.FEATURE,
                Optional.of(SalesChanges.Columns.OTHER),
                SalesChanges.Columns.AFTER)
            : new LossAccounting.Changes(
                SalesChanges.Columns.ALL, Optional.empty(), SalesChanges.Columns.AFTER);
    LossAccounting money = LossAccounting.of(columns, Columns.EXPOSURE, cluster(), study.seed());
    LossAccounting scaled =
        specification.outcome() instanceof Outcome.RelativeToBaseline
            ? money.sharesOf(Columns.BASELINE)
            : money;
    return scaled
        .within(Question.groups(specification))
        .by(dimensions())
        .withLevel(study.confidenceLevel());
  }

  private String cluster() {
    return specification.clusters().stream().findFirst().orElse(Columns.UNIT);
  }

  private List<LossPart> parts(SalesChanges changes) {
    return Arrays.stream(LossPart.values())
        .filter(part -> knowsChannels() || part != LossPart.DISPLACED)
        .filter(part -> changes.after() > 0 || part != LossPart.RECOVERED)
        .toList();
  }

  private static String name(LossPart part) {
    return part.name().toLowerCase(Locale.ROOT);
  }

  /** A population of which some group cannot be told is refused, and the rest stands. */
  private static void addPopulation(
      AccountEntries entries, LossAccount account, Accounting.SurveyWeights weights) {
    String by = weights.by().name().toLowerCase(Locale.ROOT);
    try {
      entries.addTotal(
          Basis.EXTRAPOLATION,
          account.weighted(by, weights.weights()),
          "survey weights by " + by + ": " + weights.weights() + "; " + weights.source());
    } catch (DampakException refused) {
      entries.addRefusal(Basis.EXTRAPOLATION.toString(), refused);
    }
  }

  private String periods(SalesChanges changes) {
    String period = study.period().name().toLowerCase(Locale.ROOT);
    return "off in %d %ss; usual sales are those of the %d before; what came back is looked for in the %d after"
        .formatted(changes.suspended(), period, changes.before(), changes.after());
  }

  private List<String> summary(AccountLine total, SalesChanges changes) {
    List<String> lines = new ArrayList<>();
    lines.add(periods(changes));
    Stream.concat(
            Stream.concat(Stream.of(total.gross()), total.displaced().stream()),
            Stream.of(total.recovered(), total.net()))
        .map(Accountant::told)
        .forEach(lines::add);
    changes
        .dropped()
        .forEach(drop -> lines.add("left out %,d: %s".formatted(drop.rows(), drop.reason())));
    return lines;
  }

  private static String told(Estimate part) {
    return Double.isNaN(part.stdError())
        ? String.format(
            Locale.ROOT, "%s %,.0f, by too few for an interval", part.term(), part.estimate())
        : String.format(
            Locale.ROOT, "%s %,.0f (%,.0f)", part.term(), part.estimate(), part.stdError());
  }
}
