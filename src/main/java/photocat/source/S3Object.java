package photocat.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import photocat.file.BoundedInput;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** An object of an open S3 bucket, read without credentials. */
final class S3Object implements RemoteObject {
  private final String bucket;
  private final String key;
  private final S3Client client;

  private S3Object(String bucket, String key, S3Client client) {
    this.bucket = bucket;
    this.key = key;
    this.client = client;
  }

  /** Refuses an address that is not of the form {@code s3://bucket/key}. */
  static void check(String address) {
    if (!Pattern.matches("s3://[^/]+/.+", address)) {
      throw PhotocatException.of(
          ExitStatus.USAGE, "'" + OneLine.of(address) + "' is not of the form s3://bucket/key");
    }
  }

  /** Makes a client for the checked {@code address}; the object closes it. */
  static S3Object of(String address, RemoteSettings settings) {
    String path = address.substring("s3://".length());
    int slash = path.indexOf('/');
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(settings.readTimeout())
                    .socketTimeout(settings.readTimeout()))
            // ResumingInput retries, with its own patience and from where it stopped.
            .overrideConfiguration(
                o ->
                    o.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .addExecutionInterceptor(new RefusalLimit()))
            // Checksums cover whole objects; gzip has its own.
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
    settings.s3Endpoint().ifPresent(e -> builder.endpointOverride(e).forcePathStyle(true));
    return new S3Object(path.substring(0, slash), path.substring(slash + 1), builder.build());
  }

  @Override
  public Part openFrom(long offset, Optional<String> version) throws IOException {
    GetObjectRequest.Builder request = GetObjectRequest.builder().bucket(bucket).key(key);
    if (offset > 0) {
      request.range("bytes=" + offset + "-");
      version.ifPresent(request::ifMatch);
    }
    try {
      ResponseInputStream<GetObjectResponse> body = client.getObject(request.build());
      GetObjectResponse response = body.response();
      boolean partial = response.contentRange() != null;
      long firstByte = partial ? offset : 0;
      return new Part(
          new Body(body),
          firstByte,
          OptionalLong.of(firstByte + response.contentLength()),
          Optional.ofNullable(response.eTag()));
    } catch (S3Exception e) {
      throw refused(e);
    } catch (SdkException e) {
      throw new IOException(OneLine.of(String.valueOf(e.getMessage())), e);
    }
  }

  private PhotocatException refused(S3Exception e) throws IOException {
    String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
    return switch (e.statusCode()) {
      case 412, 416 -> ResumingInput.changed();
      case 301, 307, 400 ->
          failure("S3 answered " + e.statusCode() + " " + OneLine.of(code), e)
              .withHint("name the bucket's region with --region");
      case 403 ->
          failure("access to bucket " + OneLine.of(bucket) + " without credentials is denied", e)
              .withHint("check bucket and key; S3 says the same of keys that do not exist");
      case 404 ->
          failure(
                  "NoSuchBucket".equals(code) ? "there is no such bucket" : "there is no such key",
                  e)
              .withHint("check bucket and key");
      case 408, 429, 500, 502, 503, 504 ->
          throw new IOException("S3 answered " + e.statusCode(), e);
      default -> failure("S3 answered " + e.statusCode() + " " + OneLine.of(code), e);
    };
  }

  private static PhotocatException failure(String message, S3Exception cause) {
    return PhotocatException.of(ExitStatus.FAILED, message, cause);
  }

  @Override
  public void close() {
    client.close();
  }

  /** The SDK takes what a refusal says into memory, whatever its length. */
  private static final class RefusalLimit implements ExecutionInterceptor {
    private static final long MOST_BYTES = 1 << 20;

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
        Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
      return context.httpResponse().isSuccessful()
          ? context.responseBody()
          : context
              .responseBody()
              .map(body -> new BoundedInput(body, MOST_BYTES, "the answer of S3"));
    }
  }

  /** Gives up the connection on close, and fails as streams do. */
  private static final class Body extends FilterInputStream {
    private final ResponseInputStream<?> response;

    Body(ResponseInputStream<?> response) {
      super((InputStream) response);
      this.response = response;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        return response.read(target, offset, length);
      } catch (SdkException e) {
        throw new IOException(OneLine.of(String.valueOf(e.getMessage())), e);
      }
    }

    @Override
    public void close() {
      response.abort();
    }
  }
}
