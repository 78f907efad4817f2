package photocat.job.download;

import java.util.function.Consumer;

/**
 * Who hears of a download while it runs, from threads of its own.
 *
 * @param notes told in one line what the user should know now
 * @param moments told once a second how far it is
 */
public record DownloadWatcher(Consumer<String> notes, Consumer<DownloadProgress> moments) {
  /** Nobody. */
  public static final DownloadWatcher NOBODY = new DownloadWatcher(note -> {}, moment -> {});

  /** Somebody who reads notes only. */
  public static DownloadWatcher ofNotes(Consumer<String> notes) {
    return new DownloadWatcher(notes, moment -> {});
  }
}
