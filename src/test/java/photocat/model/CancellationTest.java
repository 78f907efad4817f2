package photocat.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever waits for a request to stop is told of it. */
final class CancellationTest {
  private final Cancellation cancellation = new Cancellation();
  private final List<String> told = new ArrayList<>();

  @Test
  void listenerThatFailsKeepsNobodyFromBeingTold() {
    cancellation.onCancel(
        () -> {
          throw new IllegalStateException("first");
        });
    cancellation.onCancel(
        () -> {
          throw new StackOverflowError();
        });
    cancellation.onCancel(() -> told.add("third"));

    assertThatThrownBy(cancellation::cancel).hasMessage("first");

    assertThat(told).containsExactly("third");
    assertThat(cancellation.isCancelled()).isTrue();
  }

  @Test
  void onlyTheFirstRequestCounts() {
    cancellation.onCancel(() -> told.add("once"));

    cancellation.cancel();
    cancellation.cancel();

    assertThat(told).containsExactly("once");
  }

  @Test
  void whoComesLateIsToldAtOnce() {
    cancellation.cancel();

    cancellation.onCancel(() -> told.add("late"));

    assertThat(told).containsExactly("late");
  }
}
