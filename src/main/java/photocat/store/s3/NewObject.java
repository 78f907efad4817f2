package photocat.store.s3;

import java.io.IOException;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import photocat.store.UploadNotes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * An object that is about to appear, at once or in parts, under a name that should be free. Where
 * it is not, what is there stays if it is the same, as after an answer that was lost; anything else
 * is replaced. Not thread-safe.
 */
final class NewObject {
  private static final String NOTHING = "*";

  private final S3Bucket bucket;
  private final String name;
  private final UploadNotes notes;
  private final String mediaType;
  private final MessageDigest digest = sha256();
  private final List<CompletedPart> parts = new ArrayList<>();
  private long sizeBytes;
  private @Nullable String upload;

  NewObject(S3Bucket bucket, String name, UploadNotes notes) {
    this.bucket = bucket;
    this.name = name;
    this.notes = notes;
    this.mediaType =
        Objects.requireNonNullElse(
            URLConnection.guessContentTypeFromName(name), "application/octet-stream");
  }

  /** Writes all of it. */
  void put(UploadBuffer all) throws IOException {
    all.hash(digest);
    sizeBytes = all.sizeBytes();
    byte[] sha256 = digest.digest();
    write(
        sha256,
        condition ->
            bucket
                .client()
                .putObject(
                    put ->
                        put.bucket(bucket.bucket())
                            .key(bucket.key(name))
                            .contentType(mediaType)
                            .checksumSHA256(base64(sha256))
                            .ifNoneMatch(condition),
                    all.body(mediaType)));
  }

  /** Writes the next part of it. */
  void addPart(UploadBuffer some) throws IOException {
    MessageDigest partDigest = sha256();
    some.hash(digest);
    some.hash(partDigest);
    String sha256 = base64(partDigest.digest());
    int number = parts.size() + 1;
    try {
      String id = begun();
      String tag =
          bucket
              .client()
              .uploadPart(
                  part ->
                      part.bucket(bucket.bucket())
                          .key(bucket.key(name))
                          .uploadId(id)
                          .partNumber(number)
                          .checksumSHA256(sha256),
                  some.body(mediaType))
              .eTag();
      parts.add(
          CompletedPart.builder().partNumber(number).eTag(tag).checksumSHA256(sha256).build());
      sizeBytes += some.sizeBytes();
    } catch (SdkException e) {
      throw S3Failure.ofPhoto(e);
    }
  }

  /** Lets it appear once all parts have been added. */
  void complete() throws IOException {
    String id = begun();
    byte[] sha256 = digest.digest();
    write(
        sha256,
        condition -> {
          String tag =
              bucket
                  .client()
                  .completeMultipartUpload(
                      complete ->
                          complete
                              .bucket(bucket.bucket())
                              .key(bucket.key(name))
                              .uploadId(id)
                              .multipartUpload(all -> all.parts(parts))
                              .ifNoneMatch(condition))
                  .eTag();
          // The JDK takes an answer that was cut for a whole one, and not every server puts parts
          // together right when it is asked twice.
          boolean whole = tag == null ? isThere(sha256) : hasSize();
          if (!whole) {
            throw new IOException("S3 did not put the parts together");
          }
        });
    notes.ended(id);
  }

  /** Gives up the parts, if any. */
  void abandon() {
    String id = upload;
    if (id != null) {
      try {
        bucket.abort(name, id);
        notes.ended(id);
      } catch (SdkException e) {
        // Parts that stay are seen by nobody; the next run gives them up.
      }
    }
  }

  private String begun() throws IOException {
    String id = upload;
    if (id == null) {
      id =
          bucket
              .client()
              .createMultipartUpload(
                  create ->
                      create
                          .bucket(bucket.bucket())
                          .key(bucket.key(name))
                          .contentType(mediaType)
                          .checksumAlgorithm(ChecksumAlgorithm.SHA256))
              .uploadId();
      if (id == null) {
        throw new IOException("the connection was cut");
      }
      upload = id;
      notes.begun(name, id);
    }
    return id;
  }

  /** One request that makes the object appear. */
  private interface Write {
    void send(@Nullable String condition) throws IOException;
  }

  private void write(byte[] sha256, Write write) throws IOException {
    try {
      sendFirst(sha256, write);
    } catch (SdkException e) {
      throw S3Failure.ofPhoto(e);
    }
  }

  private void sendFirst(byte[] sha256, Write write) throws IOException {
    try {
      write.send(NOTHING);
    } catch (S3Exception e) {
      boolean taken = e.statusCode() == 412 || e.statusCode() == 409;
      // An upload is unknown once it has been completed.
      boolean done = S3Failure.code(e).equals("NoSuchUpload");
      if ((taken || done) && isThere(sha256)) {
        abandon();
        return;
      }
      // Some servers know no conditions.
      if (!taken && e.statusCode() != 501) {
        throw e;
      }
      write.send(null);
    }
  }

  private boolean isThere(byte[] sha256) throws IOException {
    if (!hasSize()) {
      return false;
    }
    MessageDigest found = sha256();
    ByteBuffer some = ByteBuffer.allocate(UploadMemory.PIECE_BYTES);
    try (ReadableByteChannel object = bucket.open(name)) {
      while (object.read(some) >= 0) {
        found.update(some.flip());
        some.clear();
      }
    }
    return MessageDigest.isEqual(sha256, found.digest());
  }

  private boolean hasSize() throws IOException {
    return bucket.size(name).equals(OptionalLong.of(sizeBytes));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
