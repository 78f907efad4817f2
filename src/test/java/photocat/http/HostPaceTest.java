package photocat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

final class HostPaceTest {
  private static final HostLimit LIMIT =
      new HostLimit("api.example", Duration.ofSeconds(1), 3, "its help page");

  private final UsageBook book = new UsageOfRun();
  private final Cancellation cancellation = new Cancellation();

  @Test
  void keepsQuestionsApart() {
    HostPace pace = pace(Duration.ZERO);
    long begun = System.nanoTime();
    for (int i = 0; i < 3; i++) {
      pace.await("API.example", cancellation);
    }

    // Two waits of a second, a thousand times as fast.
    assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(2_000_000);
    assertThat(book.since("api.example", Instant.EPOCH)).hasSize(3);
  }

  @Test
  void leavesOtherHostsAlone() {
    pace(Duration.ZERO).await("other.example", cancellation);

    assertThat(book.since("api.example", Instant.EPOCH)).isEmpty();
  }

  @Test
  void endsWhenTheDayIsSpent() {
    HostPace pace = pace(Duration.ZERO);
    for (int i = 0; i < 3; i++) {
      pace.await("api.example", cancellation);
    }

    PhotocatException failure =
        catchThrowableOfType(
            PhotocatException.class, () -> pace.await("api.example", cancellation));

    assertThat(failure.kind()).isEqualTo(ExitStatus.PARTIAL);
    assertThat(failure.message())
        .isEqualTo(
            "api.example has been asked 3 questions within a day, which is all that it bears"
                + " (its help page)");
    assertThat(failure.hint().orElseThrow()).contains("the same command goes on in 23 h");
    pace(Duration.ofHours(25)).await("api.example", cancellation);
  }

  @Test
  void aClockThatWasSetBackStopsNobody() {
    book.add("api.example", Instant.now().plus(Duration.ofHours(5)));

    pace(Duration.ZERO).await("api.example", cancellation);

    assertThat(book.since("api.example", Instant.EPOCH)).hasSize(2);
  }

  private HostPace pace(Duration later) {
    Clock clock = Clock.offset(Clock.systemUTC(), later);
    return new HostPace(List.of(LIMIT), book, new Timekeeper(clock, 1_000));
  }
}
