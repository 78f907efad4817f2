package photocat.fetch;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import photocat.fetch.Fault.Kind;

final class RetryPolicyTest {
  private static final Duration BACKOFF = Duration.ofMillis(100);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private final RetryPolicy policy = new RetryPolicy(4, BACKOFF, PAUSE, new SplittableRandom(1));

  @Test
  void transientFaultsAreTriedUntilTheAttemptsAreUsedUp() {
    assertThat(policy.waitAfter(Kind.TRANSIENT, 3)).isPresent();
    assertThat(policy.waitAfter(Kind.TRANSIENT, 4)).isEmpty();
  }

  @Test
  void waitsAreRandomUpToABoundThatGrowsFourfold() {
    Duration longestFirst = longest(Kind.TRANSIENT, 1);
    Duration longestThird = longest(Kind.TRANSIENT, 3);

    assertThat(longestFirst).isBetween(Duration.ofMillis(90), BACKOFF);
    assertThat(longestThird).isBetween(Duration.ofMillis(1400), Duration.ofMillis(1600));
  }

  @Test
  void waitsStayBelowTwentySeconds() {
    RetryPolicy patient =
        new RetryPolicy(100, Duration.ofSeconds(10), PAUSE, new SplittableRandom(1));

    for (int made = 1; made < 100; made++) {
      assertThat(patient.waitAfter(Kind.TRANSIENT, made).orElseThrow())
          .isBetween(Duration.ZERO, Duration.ofSeconds(20));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"SLOW", "CONTENT"})
  void unlikelyOnesAreTriedTwice(Kind kind) {
    assertThat(policy.waitAfter(kind, 1)).isPresent();
    assertThat(policy.waitAfter(kind, 2)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"PARKED", "GONE", "REFUSED", "FAILED"})
  void finalOnesAreNot(Kind kind) {
    assertThat(policy.waitAfter(kind, 1)).isEmpty();
  }

  @Test
  void throttledPhotosWaitLongerEachTimeButNotForever() {
    assertThat(longest(Kind.THROTTLED, 1)).isBetween(ofMillis(900), ofSeconds(1));
    assertThat(longest(Kind.THROTTLED, 3)).isBetween(ofMillis(3600), ofSeconds(4));
    assertThat(longest(Kind.THROTTLED, 19)).isBetween(ofSeconds(50), ofSeconds(60));
    assertThat(policy.waitAfter(Kind.THROTTLED, 20)).isEmpty();
  }

  private Duration longest(Kind kind, int made) {
    Duration longest = Duration.ZERO;
    for (int i = 0; i < 200; i++) {
      Duration wait = policy.waitAfter(kind, made).orElseThrow();
      longest = wait.compareTo(longest) > 0 ? wait : longest;
    }
    return longest;
  }
}
