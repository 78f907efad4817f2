package photocat.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photocat.fetch.PhotoServer;
import photocat.fetch.TestTls;
import photocat.model.CertificateProblem;
import photocat.model.PhotocatException;
import photocat.store.BucketServer;
import photocat.store.PhotoPart;
import photocat.store.PhotoRoot;
import photocat.store.StoreAddress;
import photocat.store.StoreSettings;
import photocat.store.TestCredentials;

/** What S3 refuses is told in one line, with the next step. */
@ExtendWith(TestCredentials.class)
final class S3FailureTest {
  @Test
  void namesABucketThatIsMissing() throws Exception {
    try (BucketServer server = new BucketServer()) {
      assertThat(words("s3://no-bucket/x", server.url()))
          .isEqualTo(
              List.of(
                  "cannot write photos to s3://no-bucket/x?endpoint=%s: there is no such bucket"
                      .formatted(server.url()),
                  "make it, or correct --root"));
    }
  }

  @Test
  void tellsAWrongSecretFromAWrongKey() throws Exception {
    try (BucketServer server = new BucketServer()) {
      System.setProperty("aws.secretAccessKey", "wrong");
      assertThat(words("s3://photos", server.url()).get(0))
          .endsWith(": the secret key does not fit the access key");
      System.setProperty("aws.accessKeyId", "wrong");
      assertThat(words("s3://photos", server.url()).get(0))
          .endsWith(": S3 does not know this access key");
    } finally {
      TestCredentials.set();
    }
  }

  @Test
  void saysThatThereAreNoCredentials() throws Exception {
    List<String> own =
        List.of("aws.disableEc2Metadata", "aws.sharedCredentialsFile", "aws.configFile");
    System.clearProperty("aws.accessKeyId");
    own.forEach(key -> System.setProperty(key, "true"));
    try (BucketServer server = new BucketServer()) {
      assertThat(words("s3://photos", server.url()))
          .isEqualTo(
              List.of(
                  "cannot write photos to s3://photos?endpoint=%s: there are no credentials"
                      .formatted(server.url()),
                  "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE"));
    } finally {
      own.forEach(System::clearProperty);
      TestCredentials.set();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "403, AccessDenied, access is denied, 'the credentials need s3:ListBucket on the bucket,'",
    "403, RequestTimeTooSkewed, the clock of this computer is wrong by minutes, set it",
    "400, ExpiredToken, the credentials have expired, get new ones",
    "301, PermanentRedirect, the bucket is in region eu-west-1, add --region eu-west-1",
    "400, AuthorizationHeaderMalformed, the bucket is in region eu-west-1, add --region eu-west-1",
    "405, MethodNotAllowed, S3 answered 405 MethodNotAllowed, ''"
  })
  void saysWhatTheServerRefuses(int status, String code, String reason, String hint)
      throws IOException {
    HttpServer server = refusing(status, code);
    try {
      List<String> words =
          words("s3://photos", "http://127.0.0.1:" + server.getAddress().getPort());

      assertThat(words.get(0)).endsWith(": " + reason);
      assertThat(words.get(1)).startsWith(hint);
    } finally {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200, <ListBucketResult><Contents><Key>, x, the answer of S3 is longer than 16 MB",
    "200, <ListBucketResult>, <Contents><Key>a</Key></Contents>, the answer of S3 is longer than 16 MB",
    "403, <Error><Code>AccessDenied</Code><Message>, y, access is denied"
  })
  void readsNoAnswerForEver(int status, String begin, String more, String reason)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answerForEver(exchange, status, begin, more));
    server.start();
    try {
      assertThat(words("s3://photos", "http://127.0.0.1:" + server.getAddress().getPort()).get(0))
          .endsWith(": " + reason);
    } finally {
      server.stop(0);
    }
  }

  private static void answerForEver(HttpExchange exchange, int status, String begin, String more)
      throws IOException {
    byte[] piece = more.repeat(1_000).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(begin.getBytes(StandardCharsets.UTF_8));
      while (true) {
        body.write(piece);
      }
    }
  }

  @Test
  void saysThatThereIsNoServer() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    List<String> words = words("s3://photos", "http://127.0.0.1:" + port);

    assertThat(words.get(0)).endsWith(": no connection to the server");
    assertThat(words.get(1))
        .isEqualTo("check the network, and that the server of --s3-endpoint is on");
  }

  @Test
  void saysThatTheServerIsNotTrusted(@TempDir Path keys) throws Exception {
    try (PhotoServer server = new PhotoServer(TestTls.create(keys).server())) {
      List<String> words = words("s3://photos", "https://localhost:" + server.port());

      assertThat(words.get(0)).endsWith(": " + CertificateProblem.UNTRUSTED.reason());
      assertThat(words.get(1)).isEqualTo(CertificateProblem.UNTRUSTED.remedy());
    }
  }

  @Test
  void photoThatIsRefusedFailsInWordsToo() throws IOException {
    HttpServer server = refusing(403, "AccessDenied");
    try (PhotoRoot photos =
        StoreAddress.of(
                "s3://photos", Optional.of("http://127.0.0.1:" + server.getAddress().getPort()))
            .open(StoreSettings.DEFAULTS, Optional.empty())) {
      PhotoPart part = photos.begin("1.jpg");
      part.write(ByteBuffer.wrap(new byte[10]));

      assertThat(catchThrowableOfType(IOException.class, part::commit))
          .hasMessage("access is denied");
    } finally {
      server.stop(0);
    }
  }

  /** Returns message and hint of the failure to prepare. */
  private static List<String> words(String root, String endpoint) {
    try (PhotoRoot photos =
        StoreAddress.of(root, Optional.of(endpoint))
            .open(StoreSettings.DEFAULTS, Optional.empty())) {
      PhotocatException failure = catchThrowableOfType(PhotocatException.class, photos::prepare);
      return List.of(failure.message(), failure.hint().orElse(""));
    }
  }

  private static HttpServer refusing(int status, String code) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] body =
        "<Error><Code>%s</Code><Message>no</Message></Error>"
            .formatted(code)
            .getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          if (!code.contains("Denied")) {
            exchange.getResponseHeaders().add("x-amz-bucket-region", "eu-west-1");
          }
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }
}
