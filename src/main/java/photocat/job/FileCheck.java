package photocat.job;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import photocat.catalog.Row;
import photocat.image.ImageReport.Verdict;
import photocat.image.PhotoDigest;
import photocat.image.PhotoFacts;
import photocat.model.FailureReason;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.store.PhotoStore;

/** A file whose row says what it should be. */
record FileCheck(long fileId, String name, long sizeBytes, String sha256) {
  /** What is amiss with a file that is there. */
  record Finding(long fileId, String verdict, PhotoFacts found) {}

  static FileCheck of(Row row) {
    return new FileCheck(
        row.number("file_id"), row.text("file_name"), row.number("size_bytes"), row.text("sha256"));
  }

  /** Reads the file and compares; empty if all is well. */
  Optional<Finding> check(PhotoStore store) {
    PhotoFacts found = read(store);
    String verdict = verdict(found);
    return verdict.isEmpty() ? Optional.empty() : Optional.of(new Finding(fileId, verdict, found));
  }

  private String verdict(PhotoFacts found) {
    if (!found.image().isWhole()) {
      return found.image().verdict() == Verdict.NOT_IMAGE ? "not_image" : "truncated";
    }
    if (found.sizeBytes() != sizeBytes) {
      return "wrong_size";
    }
    return found.sha256().equals(sha256) ? "" : "wrong_hash";
  }

  private PhotoFacts read(PhotoStore store) {
    try (ReadableByteChannel photo = store.open(name)) {
      return PhotoDigest.read(photo);
    } catch (IOException e) {
      throw PhotocatException.of(
          Kind.FAILED, "cannot read %s: %s".formatted(name, FailureReason.of(e)), e);
    }
  }
}
