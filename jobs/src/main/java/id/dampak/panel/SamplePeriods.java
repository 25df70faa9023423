package id.dampak.panel;

import id.dampak.study.Specification;
import id.dampak.study.Study;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;

/** Which periods enter a specification. */
final class SamplePeriods {
  private final Market market;
  private final Study study;

  SamplePeriods(Market market, Study study) {
    this.market = market;
    this.study = study;
  }

  /** Indices of the periods, for an event that starts in one of them. */
  List<Integer> of(Specification specification, int event) {
    if (!specification.sample().isEmpty()) {
      return specification.sample().stream().map(this::index).toList();
    }
    int all = market.periods().size();
    IntStream periods =
        switch (specification.method().span()) {
          case WINDOW -> IntStream.range(0, all);
          case AROUND_THE_EVENT ->
              IntStream.range(
                  Math.max(0, event - specification.leads()),
                  Math.min(all, event + specification.lags()));
          case UNTIL_AN_END -> IntStream.range(0, firstEnd(specification.shift()));
        };
    return periods.boxed().toList();
  }

  /** The first period in which some region has its feature back. */
  private int firstEnd(int shift) {
    int all = market.periods().size();
    return IntStream.range(0, market.regions().size())
        .map(region -> firstEnd(region, shift))
        .min()
        .orElse(all);
  }

  private int firstEnd(int region, int shift) {
    int all = market.periods().size();
    return IntStream.range(1, all)
        .filter(
            period ->
                market.suspended(region, period - 1 - shift) > 0
                    && market.suspended(region, period - shift) == 0)
        .findFirst()
        .orElse(all);
  }

  private int index(LocalDateTime start) {
    return (int) study.period().between(market.periods().get(0), start);
  }
}
