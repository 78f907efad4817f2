package photocat.demo;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** What tells a file that the demonstration wrote from one that somebody has changed. */
final class Sha256 {
  /** None of the demonstration's files comes near it. */
  private static final long LARGEST_BYTES = 16 << 20;

  private Sha256() {}

  static String of(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return String.format(Locale.ROOT, "%064x", new BigInteger(1, digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Returns that of a file, empty for one that is too large to be ours. */
  static String of(Path file) throws IOException {
    return Files.size(file) > LARGEST_BYTES ? "" : of(Files.readAllBytes(file));
  }
}
