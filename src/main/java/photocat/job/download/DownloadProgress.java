package photocat.job.download;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * How far a download is at one moment. A photo in the folders of several taxa counts as several
 * files.
 *
 * @param at when
 * @param elapsed since the first photo was looked at
 * @param files all that were to be looked at
 * @param ended of these, those that have ended
 * @param missing of these, those that are not there
 * @param active asked for the first time, and not answered
 * @param retrying failed, and to be tried again in this run
 * @param bytes fetched
 * @param filesPerSecond ended, over the last seconds
 * @param bytesPerSecond fetched, over the last seconds
 * @param freeBytes on the volume of the photos; empty for a bucket
 * @param paused whether nothing is begun for want of room
 * @param last whether no other comes after
 */
public record DownloadProgress(
    Instant at,
    Duration elapsed,
    long files,
    long ended,
    long missing,
    long active,
    long retrying,
    long bytes,
    double filesPerSecond,
    long bytesPerSecond,
    OptionalLong freeBytes,
    boolean paused,
    boolean last) {
  /** Returns the files that nobody has asked for yet. */
  public long waiting() {
    return Math.max(0, files - ended - active - retrying);
  }

  /** Returns the time to the end at the speed of the last seconds, empty while nothing moves. */
  public OptionalLong secondsLeft() {
    return filesPerSecond > 0
        ? OptionalLong.of((long) Math.ceil((files - ended) / filesPerSecond))
        : OptionalLong.empty();
  }

  /** Tells whether nothing fits any more, or the rest would not if it is like what came so far. */
  boolean mayFillDisk() {
    double share = ended > 0 ? (double) (files - ended) / ended : 0;
    return paused || freeBytes.orElse(Long.MAX_VALUE) < bytes * share;
  }
}
