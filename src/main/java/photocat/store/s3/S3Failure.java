package photocat.store.s3;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import photocat.model.CertificateProblem;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.OneLine;
import photocat.model.PhotocatException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Why S3 did not do as asked, in words.
 *
 * @param hint one next step
 */
record S3Failure(String reason, Optional<String> hint) {
  private static final String REGION = "x-amz-bucket-region";

  static S3Failure of(SdkException failure) {
    return failure instanceof S3Exception answer ? ofAnswer(answer) : ofClient(failure);
  }

  /** Returns the failure of one photo. */
  static IOException ofPhoto(SdkException failure) {
    return new IOException(of(failure).reason, failure);
  }

  /** Returns the failure of a whole run, {@code doing} what. */
  static PhotocatException ofRun(String doing, SdkException failure) {
    S3Failure words = of(failure);
    PhotocatException told =
        PhotocatException.of(
            ExitStatus.FAILED, "cannot %s: %s".formatted(doing, words.reason), failure);
    return words.hint.map(told::withHint).orElse(told);
  }

  /** Returns the word that S3 has for it, empty where the answer has no body. */
  static String code(S3Exception answer) {
    AwsErrorDetails details = answer.awsErrorDetails();
    return details == null || details.errorCode() == null ? "" : OneLine.of(details.errorCode());
  }

  private static S3Failure ofAnswer(S3Exception answer) {
    return switch (code(answer)) {
      case "NoSuchBucket" -> hinted("there is no such bucket", "make it, or correct --root");
      case "InvalidAccessKeyId" ->
          hinted("S3 does not know this access key", "check AWS_ACCESS_KEY_ID or the profile");
      case "SignatureDoesNotMatch" ->
          hinted(
              "the secret key does not fit the access key",
              "check AWS_SECRET_ACCESS_KEY or the profile");
      case "ExpiredToken", "TokenRefreshRequired" ->
          hinted("the credentials have expired", "get new ones");
      case "RequestTimeTooSkewed" ->
          hinted("the clock of this computer is wrong by minutes", "set it");
      default -> ofStatus(answer);
    };
  }

  private static S3Failure ofStatus(S3Exception answer) {
    Optional<String> region = region(answer);
    int status = answer.statusCode();
    if (region.isPresent() && (status == 301 || status == 307 || status == 400)) {
      return hinted("the bucket is in region " + region.get(), "add --region " + region.get());
    }
    String answered = "S3 answered %d %s".formatted(status, code(answer)).strip();
    return switch (status) {
      case 401, 403 ->
          hinted(
              "access is denied",
              "the credentials need s3:ListBucket on the bucket, s3:GetObject and s3:PutObject"
                  + " below the prefix");
      case 404 -> hinted("there is no such bucket", "make it, or correct --root");
      default -> new S3Failure(answered, Optional.empty());
    };
  }

  private static Optional<String> region(S3Exception answer) {
    AwsErrorDetails details = answer.awsErrorDetails();
    return details == null || details.sdkHttpResponse() == null
        ? Optional.empty()
        : details.sdkHttpResponse().firstMatchingHeader(REGION).map(OneLine::of);
  }

  private static S3Failure ofClient(SdkException failure) {
    String message = String.valueOf(failure.getMessage());
    if (message.startsWith("Unable to load credentials")) {
      return hinted(
          "there are no credentials",
          "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE");
    }
    Optional<CertificateProblem> distrust = CertificateProblem.of(failure);
    if (distrust.isPresent()) {
      return hinted(distrust.get().reason(), distrust.get().remedy());
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
        return hinted(
            FailureReason.of((IOException) cause),
            "check the network, and that the server of --s3-endpoint is on");
      }
      if (cause instanceof IOException broken) {
        return new S3Failure(FailureReason.of(broken), Optional.empty());
      }
    }
    return new S3Failure(OneLine.of(message), Optional.empty());
  }

  private static S3Failure hinted(String reason, String hint) {
    return new S3Failure(reason, Optional.of(hint));
  }
}
