package photocat.store.s3;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Iterator;
import java.util.OptionalLong;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import photocat.model.FailureReason;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The objects below a prefix of a bucket, by their names below it. Thread-safe. */
final class S3Bucket implements AutoCloseable {
  private static final int SMALL_BYTES = 2 * 1024 * 1024;

  private final S3Place place;
  private final S3Client client;

  /** Objects of {@code place}, reached with {@code client}, which this closes. */
  S3Bucket(S3Place place, S3Client client) {
    this.place = place;
    this.client = client;
  }

  String address() {
    return place.address().text();
  }

  S3Client client() {
    return client;
  }

  String bucket() {
    return place.bucket();
  }

  String key(String name) {
    return place.prefix() + name;
  }

  OptionalLong size(String name) throws IOException {
    try {
      HeadObjectResponse head = client.headObject(ask -> ask.bucket(bucket()).key(key(name)));
      return OptionalLong.of(requireWhole(head.contentLength()));
    } catch (S3Exception e) {
      if (e.statusCode() == 404) {
        return OptionalLong.empty();
      }
      throw S3Failure.ofPhoto(e);
    } catch (SdkException e) {
      throw S3Failure.ofPhoto(e);
    }
  }

  /** Opens an object. A small one is read at once, so that the SDK reads it again after a cut. */
  ReadableByteChannel open(String name) throws IOException {
    GetObjectRequest request = GetObjectRequest.builder().bucket(bucket()).key(key(name)).build();
    try {
      return client.getObject(request, ResponseTransformer.unmanaged(S3Bucket::body));
    } catch (SdkException e) {
      throw S3Failure.ofPhoto(e);
    }
  }

  private static ReadableByteChannel body(GetObjectResponse response, AbortableInputStream stream) {
    long sizeBytes = requireWhole(response.contentLength());
    Body body = new Body(stream, sizeBytes);
    if (sizeBytes > SMALL_BYTES) {
      return Channels.newChannel(body);
    }
    try (body) {
      return Channels.newChannel(new ByteArrayInputStream(body.readAllBytes()));
    } catch (IOException e) {
      throw RetryableException.create(FailureReason.of(e), e);
    }
  }

  /** The JDK takes a connection that was cut among the headers for their end. */
  private static long requireWhole(@Nullable Long contentLength) {
    if (contentLength == null) {
      EOFException cut = new EOFException("the connection was cut");
      throw RetryableException.create(FailureReason.of(cut), cut);
    }
    return contentLength;
  }

  void copy(String name, String furtherName) throws IOException {
    try {
      client.copyObject(
          copy ->
              copy.sourceBucket(bucket())
                  .sourceKey(key(name))
                  .destinationBucket(bucket())
                  .destinationKey(key(furtherName)));
    } catch (SdkException e) {
      throw S3Failure.ofPhoto(e);
    }
  }

  /** Returns the names in pages; asking for a page may throw {@link SdkException}. */
  Iterator<ListObjectsV2Response> pages() {
    return client
        .listObjectsV2Paginator(list -> list.bucket(bucket()).prefix(place.prefix()))
        .iterator();
  }

  /** Hands over the photos of a page; what only stands for a folder is none. */
  void names(ListObjectsV2Response page, ObjLongConsumer<String> names) {
    for (S3Object object : page.contents()) {
      String name = object.key().substring(place.prefix().length());
      if (!name.isEmpty() && !name.endsWith("/")) {
        names.accept(name, object.size());
      }
    }
  }

  /** Tells whether there is any object; may throw {@link SdkException}. */
  boolean hasObjects() {
    return client
            .listObjectsV2(list -> list.bucket(bucket()).prefix(place.prefix()).maxKeys(1))
            .keyCount()
        > 0;
  }

  /** Begins and gives up an upload, which leaves nothing; may throw {@link SdkException}. */
  void tryToWrite() {
    String key = key(".photocat");
    String upload =
        client.createMultipartUpload(create -> create.bucket(bucket()).key(key)).uploadId();
    client.abortMultipartUpload(abort -> abort.bucket(bucket()).key(key).uploadId(upload));
  }

  /** Gives up an upload, if it is still under way; may throw {@link SdkException}. */
  void abort(String name, String upload) {
    try {
      client.abortMultipartUpload(abort -> abort.bucket(bucket()).key(key(name)).uploadId(upload));
    } catch (S3Exception e) {
      if (e.statusCode() != 404) {
        throw e;
      }
    }
  }

  @Override
  public void close() {
    client.close();
  }

  /**
   * Fails where JDK 17 takes a connection that was cut for the end, and as it does where 25 sees
   * it.
   */
  private static final class Body extends FilterInputStream {
    private static final String PREMATURE_END = "Premature EOF";

    private final AbortableInputStream response;
    private long leftBytes;

    Body(AbortableInputStream response, long sizeBytes) {
      super((InputStream) response);
      this.response = response;
      this.leftBytes = sizeBytes;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = readOrEnd(target, offset, length);
      if (count < 0 && leftBytes > 0) {
        throw new EOFException("the connection was cut");
      }
      leftBytes -= Math.max(0, count);
      return count;
    }

    private int readOrEnd(byte[] target, int offset, int length) throws IOException {
      try {
        return response.read(target, offset, length);
      } catch (IOException e) {
        if (PREMATURE_END.equals(e.getMessage())) {
          return -1;
        }
        throw e;
      }
    }

    @Override
    public void close() throws IOException {
      if (leftBytes > 0) {
        response.abort();
      }
      super.close();
    }
  }
}
