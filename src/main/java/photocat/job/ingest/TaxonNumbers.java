package photocat.job.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Numbers for taxa of sources that have none: the same text has the same number in every catalogue.
 * Not thread-safe.
 */
final class TaxonNumbers {
  private final MessageDigest md5;

  TaxonNumbers() {
    try {
      this.md5 = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the number of {@code text}, 0 or more. */
  long of(String text) {
    byte[] hash = md5.digest(text.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(hash).getLong() & Long.MAX_VALUE;
  }
}
