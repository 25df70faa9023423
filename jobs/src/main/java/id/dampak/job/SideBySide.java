package id.dampak.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Work on several tables at the same time. Most of a small write is planning, which has one core
 * busy; rows of another table can be written meanwhile.
 */
final class SideBySide {
  private static final int MOST = 4;

  private SideBySide() {}

  /**
   * Does the work for every item, each of which must have a table to itself. All of it is done or
   * has failed when this returns.
   *
   * @throws RuntimeException what the first of the items, in their order, failed with; what others
   *     failed with is suppressed in it
   */
  static <T> void each(Collection<T> items, Consumer<T> work) {
    if (items.isEmpty()) {
      return;
    }
    // New threads each time: they take over the caller's session and the description of its job.
    ExecutorService threads = Executors.newFixedThreadPool(Math.min(MOST, items.size()));
    try {
      List<Future<?>> begun = new ArrayList<>();
      items.forEach(item -> begun.add(threads.submit(() -> work.accept(item))));
      List<Throwable> failures = begun.stream().flatMap(some -> failure(some).stream()).toList();
      if (!failures.isEmpty()) {
        SideBySide.<RuntimeException>rethrow(first(failures));
      }
    } finally {
      threads.shutdown();
    }
  }

  /** The first, with what else failed; two items may have failed with the very same. */
  private static Throwable first(List<Throwable> failures) {
    Throwable first = failures.get(0);
    failures.stream().filter(other -> other != first).distinct().forEach(first::addSuppressed);
    return first;
  }

  private static Optional<Throwable> failure(Future<?> begun) {
    try {
      begun.get();
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.of(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(new IllegalStateException("interrupted while writing", e));
    }
  }

  /** As it was: Scala declares nothing, so that what Spark throws may be checked. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void rethrow(Throwable failure) throws E {
    throw (E) failure;
  }
}
