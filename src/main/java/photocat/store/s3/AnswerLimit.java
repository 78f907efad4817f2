package photocat.store.s3;

import java.io.InputStream;
import java.util.Optional;
import photocat.file.BoundedInput;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** Bounds every answer but a photo: the SDK takes lists and failures into memory as they come. */
final class AnswerLimit implements ExecutionInterceptor {
  /** A page of a thousand of the longest names is a third of that. */
  private static final long MOST_BYTES = 16L << 20;

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    boolean isPhoto =
        context.request() instanceof GetObjectRequest && context.httpResponse().isSuccessful();
    return isPhoto
        ? context.responseBody()
        : context
            .responseBody()
            .map(body -> new BoundedInput(body, MOST_BYTES, "the answer of S3"));
  }
}
