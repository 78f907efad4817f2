package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pauses double from 20 ms; longer ones than 30 s park the host (the trial's settings). */
final class HostPaceTest {
  private static final long NOW = Long.MAX_VALUE - 1000;
  private final HostPace pace = new HostPace(Trial.SETTINGS);

  @Test
  void namedPauseIsKept() {
    pace.throttled(NOW, Optional.of(Duration.ofSeconds(3)));

    assertThat(pace.isPaused(after(NOW, 2_999))).isTrue();
    assertThat(pace.isPaused(after(NOW, 3_000))).isFalse();
    assertThat(pace.pausedUntil()).isEqualTo(after(NOW, 3_000));
  }

  @Test
  void unnamedPausesDouble() {
    pace.throttled(NOW, Optional.empty());
    long first = pace.pausedUntil();
    pace.throttled(first, Optional.empty());

    assertThat(first).isEqualTo(after(NOW, 20));
    assertThat(pace.pausedUntil()).isEqualTo(after(first, 40));
  }

  @Test
  void manyAnswersAtOnceAreOnePause() {
    for (int i = 0; i < 100; i++) {
      pace.throttled(NOW, Optional.empty());
    }

    assertThat(pace.pausedUntil()).isEqualTo(after(NOW, 20));
    assertThat(pace.isParked()).isFalse();
  }

  @Test
  void successStartsAgainFromTheFirstPause() {
    pace.throttled(NOW, Optional.empty());
    pace.succeeded();
    pace.throttled(after(NOW, 1_000), Optional.empty());

    assertThat(pace.pausedUntil()).isEqualTo(after(NOW, 1_020));
  }

  @Test
  void twentyFailuresInARowPause() {
    for (int i = 0; i < 19; i++) {
      pace.failed(NOW);
    }
    boolean before = pace.isPaused(NOW);
    pace.failed(NOW);

    assertThat(before).isFalse();
    assertThat(pace.isPaused(NOW)).isTrue();
  }

  @Test
  void pausesThatDoNotHelpParkTheHost() {
    long now = NOW;
    for (int i = 0; i < 8; i++) {
      pace.throttled(now, Optional.empty());
      now = pace.pausedUntil();
    }
    boolean before = pace.isParked();
    pace.throttled(now, Optional.empty());

    assertThat(before).isFalse();
    assertThat(pace.isParked()).isTrue();
  }

  @Test
  void longerPauseThanThisRunWaitsParksTheHost() {
    pace.throttled(NOW, Optional.of(Duration.ofSeconds(31)));

    assertThat(pace.isParked()).isTrue();
  }

  private static long after(long from, long millis) {
    return from + Duration.ofMillis(millis).toNanos();
  }
}
