package photocat.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WaitingTest {
  private final Cancellation cancellation = new Cancellation();
  private final List<String> told = new ArrayList<>();

  @Test
  void endsWhenTheTimeIsOverAndSaysNothingBeforeTwoSeconds() {
    try (Waiting waiting = waiting(Duration.ofMillis(120))) {
      int rounds = 0;
      while (waiting.goesOn("process 4242 (photocat status)")) {
        rounds++;
      }
      assertThat(rounds).isBetween(1, 3);
    }
    assertThat(told).isEmpty();
  }

  @Test
  void doesNotBeginWhereNobodyWantsToWait() {
    try (Waiting waiting = waiting(Duration.ZERO)) {
      assertThat(waiting.goesOn("process 4242 (photocat status)")).isFalse();
    }
  }

  @Test
  void isStoppedByCtrlC() {
    try (Waiting waiting = waiting(Duration.ofMinutes(1))) {
      cancellation.cancel();

      assertThatThrownBy(() -> waiting.goesOn("process 4242 (photocat status)"))
          .hasMessage("the wait for the catalogue was stopped")
          .isInstanceOfSatisfying(
              PhotocatException.class,
              failure -> assertThat(failure.kind()).isEqualTo(ExitStatus.INTERRUPTED));
    }
  }

  private Waiting waiting(Duration longest) {
    return new Waiting("the catalogue", longest, told::add, cancellation);
  }
}
