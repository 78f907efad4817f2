package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import photocat.command.download.DownloadJson;
import photocat.job.download.DownloadProgress;

final class DownloadJsonTest {
  private final List<String> lines = new ArrayList<>();
  private final DownloadJson json = new DownloadJson(lines::add);

  @Test
  void tellsTheTimeInWholeSeconds() {
    json.running(moment(false));

    assertThat(lines)
        .singleElement()
        .asString()
        .startsWith("{\"at\":\"2026-11-20T12:00:01Z\",\"state\":\"running\",");
  }

  @Test
  void writesTheLastMomentOnce() {
    json.running(moment(false));
    json.running(moment(true));
    json.ended("done");

    assertThat(lines).hasSize(2);
    assertThat(lines.get(1)).contains("\"state\":\"done\"");
  }

  private static DownloadProgress moment(boolean last) {
    return new DownloadProgress(
        Instant.parse("2026-11-20T12:00:01.123456789Z"),
        Duration.ofSeconds(1),
        400,
        100,
        0,
        64,
        0,
        10_000_000,
        310,
        81_000_000,
        OptionalLong.empty(),
        false,
        last);
  }
}
