package photocat.job.download;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import photocat.catalog.Row;
import photocat.image.ImageReport.Verdict;
import photocat.image.PhotoDigest;
import photocat.image.PhotoFacts;
import photocat.model.FailureReason;
import photocat.store.PhotoStore;

/** A file whose row says what it should be. */
public record FileCheck(long fileId, String name, long sizeBytes, String sha256) {
  /** The verdict of a file that may be whole, for all that can be told. */
  static final String UNREADABLE = "unreadable";

  /**
   * What is wrong with a file that is there.
   *
   * @param found empty if it could not be read
   * @param reason why it could not be read
   */
  public record Finding(FileCheck file, String verdict, Optional<PhotoFacts> found, String reason) {
    /** Tells whether the file could not be read. */
    public boolean isUnread() {
      return found.isEmpty();
    }

    /** Returns the bytes that were found; empty where the file could not be read. */
    public String sizeBytes() {
      return found.map(facts -> Long.toString(facts.sizeBytes())).orElse("");
    }

    /** Returns the hash that was found; empty where the file could not be read. */
    public String sha256() {
      return found.map(PhotoFacts::sha256).orElse("");
    }
  }

  /** Reads a row of the files that are to be checked. */
  public static FileCheck of(Row row) {
    return new FileCheck(
        row.number("file_id"), row.text("file_name"), row.number("size_bytes"), row.text("sha256"));
  }

  /** Reads the file and compares; empty if all is well. */
  public Optional<Finding> check(PhotoStore store) {
    try (ReadableByteChannel photo = store.open(name)) {
      PhotoFacts found = PhotoDigest.read(photo);
      return verdict(found).map(word -> new Finding(this, word, Optional.of(found), ""));
    } catch (IOException e) {
      return Optional.of(new Finding(this, UNREADABLE, Optional.empty(), FailureReason.of(e)));
    }
  }

  private Optional<String> verdict(PhotoFacts found) {
    if (!found.image().isWhole()) {
      boolean isImage = found.image().verdict() != Verdict.NOT_IMAGE;
      return Optional.of(isImage ? "truncated" : "not_image");
    }
    if (found.sizeBytes() != sizeBytes) {
      return Optional.of("wrong_size");
    }
    return found.sha256().equals(sha256) ? Optional.empty() : Optional.of("wrong_hash");
  }
}
