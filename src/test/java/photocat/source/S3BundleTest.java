package photocat.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.model.Cancellation;
import photocat.model.PhotocatException;

/** A bundle in a bucket of a real S3 server in this JVM. */
final class S3BundleTest {
  private static final String KEY = "metadata/inaturalist-open-data-latest.tar.gz";

  private static BlobStoreContext store;
  private static S3Proxy open;
  private static S3Proxy closed;
  private static byte[] bundle;

  @TempDir Path temp;

  @BeforeAll
  static void start() throws Exception {
    bundle = HttpBundleTest.largeBundle();
    // By class, not by name: a look-up would load the stores of clouds that are not on the path.
    store = ContextBuilder.newBuilder(new TransientApiMetadata()).build(BlobStoreContext.class);
    BlobStore blobs = store.getBlobStore();
    blobs.createContainerInLocation(null, "open-data");
    blobs.putBlob("open-data", blobs.blobBuilder(KEY).payload(bundle).build());
    URI anyPort = URI.create("http://127.0.0.1:0");
    open =
        S3Proxy.builder()
            .blobStore(blobs)
            .ignoreUnknownHeaders(true)
            .endpoint(anyPort)
            .awsAuthentication(AuthenticationType.NONE, "", "")
            .build();
    open.start();
    closed =
        S3Proxy.builder()
            .blobStore(blobs)
            .ignoreUnknownHeaders(true)
            .endpoint(anyPort)
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "somebody", "secret")
            .build();
    closed.start();
  }

  @AfterAll
  static void stop() throws Exception {
    open.stop();
    closed.stop();
    store.close();
  }

  @Test
  void readsWithoutCredentials() throws IOException {
    ReadBundle read = read("s3://open-data/" + KEY, open.getPort());

    assertThat(read.text()).hasSize(6).containsEntry(BundleTable.TAXA, TestBundle.TAXA);
    assertThat(read.readBytes()).isEqualTo(bundle.length);
  }

  @Test
  void resumesAConnectionThatIsCut() throws IOException {
    try (CuttingProxy proxy = CuttingProxy.before(open.getPort()).cutting(1_500_000, 900_000)) {
      ReadBundle read = read("s3://open-data/" + KEY, proxy.uri("").getPort());

      assertThat(read.readBytes()).isEqualTo(bundle.length);
      assertThat(proxy.requests()).hasSize(3);
      assertThat(proxy.requests().get(2)).contains("range: bytes=2", "if-match: ");
    }
  }

  @Test
  void refusesABundleThatIsReplacedMeanwhile() throws IOException {
    BlobStore blobs = store.getBlobStore();
    blobs.putBlob("open-data", blobs.blobBuilder("moving.tar.gz").payload(bundle).build());
    try (CuttingProxy proxy = CuttingProxy.before(open.getPort()).cutting(1_500_000)) {
      BundleRequest request = request("s3://open-data/moving.tar.gz", proxy.uri("").getPort());
      AtomicBoolean replaced = new AtomicBoolean();
      ReadProgress replacing =
          (readBytes, totalBytes) -> {
            if (!replaced.getAndSet(true)) {
              blobs.putBlob(
                  "open-data", blobs.blobBuilder("moving.tar.gz").payload(TestBundle.TAXA).build());
            }
          };

      PhotocatException failure =
          catchThrowableOfType(
              PhotocatException.class,
              () -> {
                try (BundleReader reader =
                    BundleReader.open(request, new Cancellation(), replacing)) {
                  while (reader.next().isPresent()) {
                    // To its end.
                  }
                }
              });

      assertThat(failure.message())
          .isEqualTo("cannot read s3://open-data/moving.tar.gz: it was replaced while it was read");
    }
  }

  @Test
  void namesAMissingKeyAndAMissingBucket() {
    assertThat(failure("s3://open-data/none.tar.gz", open).message())
        .isEqualTo("cannot read s3://open-data/none.tar.gz: there is no such key");
    assertThat(failure("s3://no-bucket/none.tar.gz", open).message())
        .isEqualTo("cannot read s3://no-bucket/none.tar.gz: there is no such bucket");
  }

  @Test
  void namesADeniedBucket() {
    assertThat(failure("s3://open-data/" + KEY, closed).message())
        .isEqualTo(
            "cannot read s3://open-data/"
                + KEY
                + ": access to bucket open-data without credentials is denied");
  }

  private PhotocatException failure(String from, S3Proxy server) {
    PhotocatException failure =
        catchThrowableOfType(PhotocatException.class, () -> read(from, server.getPort()));
    assertThat(temp).isEmptyDirectory();
    return failure;
  }

  private ReadBundle read(String from, int port) throws IOException {
    return ReadBundle.of(request(from, port));
  }

  private BundleRequest request(String from, int port) {
    RemoteSettings settings =
        ReadBundle.HASTY.withS3(Optional.of(URI.create("http://127.0.0.1:" + port)), "us-east-1");
    return new BundleRequest(from, settings, Optional.of(temp.resolve("work")), 1 << 20);
  }
}
