package id.dampak.linalg;

import java.util.concurrent.RecursiveTask;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Cuts groups into stripes of about as many rows, sums up each by itself, and adds the sums two by
 * two. Where it cuts depends on the rows alone, so that a sum is the same to the last digit
 * whatever the number of threads.
 */
final class Stripes {
  /** Rows that are worth a thread. */
  private static final int FEWEST_ROWS = 1 << 17;

  private static final int MOST = 64;

  private final GroupedRows rows;
  private final int count;

  private Stripes(GroupedRows rows, int count) {
    this.rows = rows;
    this.count = count;
  }

  static Stripes of(GroupedRows rows) {
    return new Stripes(rows, Math.min(MOST, rows.observations() / FEWEST_ROWS + 1));
  }

  /** Adds the groups from {@code first} to before {@code last} to a sum. */
  interface Addition<S> {
    void add(S sum, int first, int last);
  }

  /** The sum over all groups. */
  <S> S sum(Supplier<S> empty, Addition<S> addition, BiConsumer<S, S> merge) {
    Part<S> all = new Part<>(0, count, empty, addition, merge);
    return count == 1 ? all.compute() : all.invoke();
  }

  /** The first group of a stripe. */
  private int boundary(int stripe) {
    long place = (long) rows.observations() * stripe / count;
    int low = 0;
    int high = rows.groups();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rows.from(middle) < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return stripe == count ? rows.groups() : low;
  }

  /** Some stripes, halved until one is left. */
  private final class Part<S> extends RecursiveTask<S> {
    private static final long serialVersionUID = 1L;

    private final int first;
    private final int last;
    private final transient Supplier<S> empty;
    private final transient Addition<S> addition;
    private final transient BiConsumer<S, S> merge;

    Part(int first, int last, Supplier<S> empty, Addition<S> addition, BiConsumer<S, S> merge) {
      this.first = first;
      this.last = last;
      this.empty = empty;
      this.addition = addition;
      this.merge = merge;
    }

    @Override
    protected S compute() {
      if (last - first == 1) {
        S sum = empty.get();
        addition.add(sum, boundary(first), boundary(last));
        return sum;
      }
      int middle = (first + last) / 2;
      Part<S> right = new Part<>(middle, last, empty, addition, merge);
      right.fork();
      S sum = new Part<>(first, middle, empty, addition, merge).compute();
      merge.accept(sum, right.join());
      return sum;
    }
  }
}
