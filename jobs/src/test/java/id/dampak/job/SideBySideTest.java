package id.dampak.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SideBySideTest {
  private static final InheritableThreadLocal<String> SESSION = new InheritableThreadLocal<>();

  @Test
  void theWorkIsDoneAtTheSameTimeAndInTheCallersSession() {
    CountDownLatch together = new CountDownLatch(2);
    Set<String> sessions = ConcurrentHashMap.newKeySet();
    SESSION.set("the caller's");

    SideBySide.each(
        List.of("one", "two"),
        item -> {
          together.countDown();
          sessions.add(SESSION.get() + " " + item + " " + isReached(together));
        });

    assertThat(sessions)
        .containsExactlyInAnyOrder("the caller's one true", "the caller's two true");
  }

  @Test
  void theFirstFailureInTheirOrderIsToldAsItIsOnceAllIsDone() {
    Set<Integer> done = ConcurrentHashMap.newKeySet();

    assertThatThrownBy(
            () ->
                SideBySide.each(
                    List.of(1, 2, 3, 4, 5),
                    item -> {
                      if (item == 2) {
                        sneak(new IOException("disk"));
                      } else if (item == 4) {
                        throw new IllegalStateException("later");
                      }
                      done.add(item);
                    }))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("disk")
        .hasSuppressedException(new IllegalStateException("later"));
    assertThat(done).containsExactlyInAnyOrder(1, 3, 5);
  }

  private static boolean isReached(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As code in Scala throws. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneak(Throwable failure) throws E {
    throw (E) failure;
  }
}
