package photocat.job.download;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.catalog.TableAppender;
import photocat.fetch.FetchOutcome;
import photocat.fetch.FetchOutcome.NotStored;
import photocat.fetch.FetchOutcome.Stored;
import photocat.fetch.FetchState;
import photocat.image.ImageFormat;
import photocat.image.PhotoFacts;

/**
 * What happened to one file, as a row of {@code download_events}.
 *
 * @param name the file's name in the store
 * @param outcome empty for a file whose fetching has begun
 */
record DownloadEvent(long fileId, String name, Optional<FetchOutcome> outcome, Instant happenedAt) {
  /** The columns of {@code download_events}. */
  static final String[] COLUMNS = {
    "run_id",
    "manifest_id",
    "file_id",
    "state",
    "attempt",
    "http_status",
    "reason",
    "size_bytes",
    "sha256",
    "etag",
    "format",
    "width",
    "height",
    "ttfb_ms",
    "total_ms",
    "happened_at",
    "not_before"
  };

  boolean isStart() {
    return outcome.isEmpty();
  }

  /** Tells whether the row says that the file is there. */
  boolean isStored() {
    return outcome.map(FetchOutcome::state).map(FetchState::isStored).orElse(false);
  }

  /** Adds the row to {@code table}, opened for {@link #COLUMNS}. */
  void appendTo(TableAppender table, int runId, int manifestId) {
    if (outcome.isEmpty()) {
      String state = FetchState.ACTIVE.word();
      table.row(
          runId,
          manifestId,
          fileId,
          state,
          1,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          happenedAt,
          null);
      return;
    }
    FetchOutcome ended = outcome.get();
    @Nullable PhotoFacts photo = ended instanceof Stored stored ? stored.photo() : null;
    boolean asked = ended.transfer().httpStatus().isPresent();
    table.row(
        runId,
        manifestId,
        fileId,
        ended.state().word(),
        ended.transfer().attempt(),
        asked ? ended.transfer().httpStatus().getAsInt() : null,
        reason(ended),
        photo == null ? null : photo.sizeBytes(),
        photo == null ? null : HexFormat.of().parseHex(photo.sha256()),
        ended.transfer().etag().orElse(null),
        photo == null ? null : photo.image().format().map(DownloadEvent::word).orElse(null),
        photo == null ? null : photo.image().widthPx(),
        photo == null ? null : photo.image().heightPx(),
        asked ? (int) ended.transfer().firstByte().toMillis() : null,
        asked ? (int) ended.transfer().total().toMillis() : null,
        happenedAt,
        ended instanceof NotStored missing
            ? missing.retryIn().map(happenedAt::plus).orElse(null)
            : null);
  }

  private static @Nullable String reason(FetchOutcome ended) {
    if (ended instanceof NotStored missing) {
      return missing.reason();
    }
    return ended.transfer().optedOut() ? "opted_out" : null;
  }

  private static String word(ImageFormat format) {
    return format.name().toLowerCase(Locale.ROOT);
  }
}
