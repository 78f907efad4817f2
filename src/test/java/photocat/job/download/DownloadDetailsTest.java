package photocat.job.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class DownloadDetailsTest {
  private static final List<String> HOSTS = List.of("a.example 12/64 pace");

  @Test
  void tellsTheMostImportantFirst() {
    assertThat(DownloadDetails.of(moment(3, 2, 120_000_000_000L, false), HOSTS))
        .containsExactly(
            "81.0 MB/s",
            "2 retries",
            "64 active",
            "3 not stored",
            "234 waiting",
            "120 GB free",
            "a.example 12/64 pace");
  }

  @Test
  void leavesOutWhatDidNotHappen() {
    assertThat(DownloadDetails.of(moment(0, 0, 120_000_000_000L, false), HOSTS))
        .startsWith("81.0 MB/s", "64 active", "236 waiting");
  }

  @Test
  void tellsOfTheDiskFirstIfTheRestWillNotFit() {
    assertThat(DownloadDetails.of(moment(0, 0, 29_000_000, false), HOSTS))
        .startsWith("29.0 MB free", "81.0 MB/s");
    assertThat(DownloadDetails.of(moment(0, 0, 31_000_000, false), HOSTS)).startsWith("81.0 MB/s");
  }

  @Test
  void tellsOfAPauseBeforeAll() {
    assertThat(DownloadDetails.of(moment(0, 0, 120_000_000_000L, true), HOSTS))
        .startsWith("paused, no room", "120 GB free");
  }

  private static DownloadProgress moment(long missing, long retrying, long free, boolean paused) {
    return new DownloadProgress(
        Instant.EPOCH,
        Duration.ofSeconds(1),
        400,
        100,
        missing,
        64,
        retrying,
        10_000_000,
        310,
        81_000_000,
        OptionalLong.of(free),
        paused,
        false);
  }
}
