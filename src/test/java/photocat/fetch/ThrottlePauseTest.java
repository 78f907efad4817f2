package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pauses double from 20 ms; longer ones than 30 s park the host (the trial's settings). */
final class ThrottlePauseTest {
  private static final long NOW = Long.MAX_VALUE - 1000;
  private final ThrottlePause pause = new ThrottlePause(Trial.SETTINGS);

  @Test
  void namedPauseIsKept() {
    pause.throttled(NOW, Optional.of(Duration.ofSeconds(3)));

    assertThat(pause.isPaused(after(NOW, 2_999))).isTrue();
    assertThat(pause.isPaused(after(NOW, 3_000))).isFalse();
    assertThat(pause.pausedUntil()).isEqualTo(after(NOW, 3_000));
  }

  @Test
  void unnamedPausesDouble() {
    pause.throttled(NOW, Optional.empty());
    long first = pause.pausedUntil();
    pause.throttled(first, Optional.empty());

    assertThat(first).isEqualTo(after(NOW, 20));
    assertThat(pause.pausedUntil()).isEqualTo(after(first, 40));
  }

  @Test
  void manyAnswersAtOnceAreOnePause() {
    for (int i = 0; i < 100; i++) {
      pause.throttled(NOW, Optional.empty());
    }

    assertThat(pause.pausedUntil()).isEqualTo(after(NOW, 20));
    assertThat(pause.isParked()).isFalse();
  }

  @Test
  void successStartsAgainFromTheFirstPause() {
    pause.throttled(NOW, Optional.empty());
    pause.succeeded();
    pause.throttled(after(NOW, 1_000), Optional.empty());

    assertThat(pause.pausedUntil()).isEqualTo(after(NOW, 1_020));
  }

  @Test
  void pausesThatDoNotHelpParkTheHost() {
    long now = NOW;
    for (int i = 0; i < 8; i++) {
      pause.throttled(now, Optional.empty());
      now = pause.pausedUntil();
    }
    boolean before = pause.isParked();
    pause.throttled(now, Optional.empty());

    assertThat(before).isFalse();
    assertThat(pause.isParked()).isTrue();
  }

  @Test
  void longerPauseThanThisRunWaitsParksTheHost() {
    pause.throttled(NOW, Optional.of(Duration.ofSeconds(31)));

    assertThat(pause.isParked()).isTrue();
  }

  private static long after(long from, long millis) {
    return from + Duration.ofMillis(millis).toNanos();
  }
}
