package photocat.fetch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rest of a photo whose beginning is there (RFC 9110, 14): asked for only if the photo is still
 * the same, and taken only if the answer says that it is this rest of this photo.
 *
 * @param fromByte the first byte wanted, counted from 0
 * @param etag the strong tag of the photo whose beginning is there
 */
record Resume(long fromByte, String etag) {
  /** Below this, asking again for the whole costs less than the risk. */
  static final long FEWEST_BYTES = 1024 * 1024;

  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes (\\d{1,15})-(\\d{1,15})/(\\d{1,15})");

  /** Returns the value of the header {@code Range}. */
  String range() {
    return "bytes=" + fromByte + "-";
  }

  /** Tells whether {@code head} announces what was asked for, to its end. */
  boolean isAnsweredBy(ResponseHead head) {
    Matcher range = CONTENT_RANGE.matcher(head.contentRange().orElse(""));
    return head.status() == 206
        && head.etag().filter(etag::equals).isPresent()
        && range.matches()
        && Long.parseLong(range.group(1)) == fromByte
        && Long.parseLong(range.group(2)) == Long.parseLong(range.group(3)) - 1
        && head.contentLength().orElse(-1) == Long.parseLong(range.group(3)) - fromByte;
  }
}
