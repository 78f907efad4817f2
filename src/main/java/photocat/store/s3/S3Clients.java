package photocat.store.s3;

import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes clients that write photos, with the credentials that the SDK finds. */
final class S3Clients {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final Duration TRY = Duration.ofMinutes(2);

  /** Waits of a second and a half in all, on average. */
  private static final int TRIES = 6;

  private S3Clients() {}

  /** Makes a client for {@code place}; the caller closes it. */
  static S3Client of(S3Place place, Optional<String> region) {
    S3ClientBuilder builder =
        S3Client.builder()
            .region(region.map(Region::of).orElseGet(S3Clients::usualRegion))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT_TIMEOUT)
                    .socketTimeout(SILENCE))
            .overrideConfiguration(
                settings ->
                    settings
                        .apiCallAttemptTimeout(TRY)
                        .addExecutionInterceptor(new AnswerLimit())
                        .retryStrategy(
                            AwsRetryStrategy.forRetryMode(RetryMode.STANDARD).toBuilder()
                                .maxAttempts(TRIES)
                                .build()))
            // Photos bring their own SHA-256; other servers than Amazon's know few checksums.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            // A photo is sent in less time than it takes to ask whether it may be, and in the
            // plain coding that every server knows.
            .serviceConfiguration(
                s -> s.expectContinueEnabled(false).chunkedEncodingEnabled(false));
    place
        .endpoint()
        .ifPresentOrElse(
            server -> builder.endpointOverride(server).forcePathStyle(true),
            () -> builder.crossRegionAccessEnabled(true));
    return builder.build();
  }

  /** Without asking the metadata service of a cloud, which takes seconds elsewhere. */
  private static Region usualRegion() {
    try {
      return new AwsRegionProviderChain(
              new SystemSettingsRegionProvider(), new AwsProfileRegionProvider())
          .getRegion();
    } catch (SdkClientException none) {
      return Region.US_EAST_1;
    }
  }
}
