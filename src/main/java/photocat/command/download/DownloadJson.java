package photocat.command.download;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import photocat.job.download.DownloadProgress;

/** Tells programs how far a download is: one JSON object a line. Thread-safe. */
public final class DownloadJson {
  private final Consumer<String> lines;
  private @Nullable DownloadProgress newest;

  /** Gives {@code lines} one object of JSON at a time. */
  public DownloadJson(Consumer<String> lines) {
    this.lines = lines;
  }

  /** Writes a line, but for the last moment: that one waits for the word how it ended. */
  public synchronized void running(DownloadProgress moment) {
    newest = moment;
    if (!moment.last()) {
      lines.accept(line(moment, moment.paused() ? "paused" : "running"));
    }
  }

  /** Writes the last line; {@code state} says how the download ended. */
  public synchronized void ended(String state) {
    if (newest != null) {
      lines.accept(line(newest, state));
    }
  }

  /** Numbers and our own words only: nothing needs escaping. */
  private static String line(DownloadProgress moment, String state) {
    return String.format(
        Locale.ROOT,
        """
        {"at":"%s","state":"%s","seconds":%.1f,"files":%d,"stored":%d,"missing":%d,"active":%d,\
        "retrying":%d,"waiting":%d,"bytes":%d,"files_per_second":%.1f,"bytes_per_second":%d,\
        "seconds_left":%s,"free_bytes":%s}""",
        moment.at().truncatedTo(ChronoUnit.SECONDS),
        state,
        moment.elapsed().toMillis() / 1e3,
        moment.files(),
        moment.ended() - moment.missing(),
        moment.missing(),
        moment.active(),
        moment.retrying(),
        moment.waiting(),
        moment.bytes(),
        moment.filesPerSecond(),
        moment.bytesPerSecond(),
        numberOrNull(moment.secondsLeft()),
        numberOrNull(moment.freeBytes()));
  }

  private static String numberOrNull(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : "null";
  }
}
