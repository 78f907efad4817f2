package photocat.store;

import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives the SDK the credentials of {@link BucketServer}, whatever the machine has of its own. */
public final class TestCredentials implements BeforeAllCallback, AfterAllCallback {
  private static final Map<String, String> VALUES =
      Map.of("aws.accessKeyId", BucketServer.USER, "aws.secretAccessKey", BucketServer.SECRET);

  @Override
  public void beforeAll(ExtensionContext context) {
    set();
  }

  public static void set() {
    VALUES.forEach(System::setProperty);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    VALUES.keySet().forEach(System::clearProperty);
  }
}
