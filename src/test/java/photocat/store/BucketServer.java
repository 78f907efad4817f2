package photocat.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;
import org.jclouds.blobstore.domain.StorageMetadata;
import org.jclouds.blobstore.options.ListContainerOptions;

/** A real S3 server in this JVM, with the bucket {@value #BUCKET}, that asks for a signature. */
public final class BucketServer implements AutoCloseable {
  /** The bucket there is. */
  public static final String BUCKET = "photos";

  static final String USER = "somebody";
  static final String SECRET = "a secret";

  private final BlobStoreContext context;
  private final S3Proxy server;

  /** A server for whoever has the credentials. */
  public BucketServer() throws Exception {
    this(AuthenticationType.AWS_V2_OR_V4);
  }

  public BucketServer(AuthenticationType authentication) throws Exception {
    // By class, not by name: a look-up would load the stores of clouds that are not on the path.
    context = ContextBuilder.newBuilder(new TransientApiMetadata()).build(BlobStoreContext.class);
    blobs().createContainerInLocation(null, BUCKET);
    server =
        S3Proxy.builder()
            .blobStore(blobs())
            .ignoreUnknownHeaders(true)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(authentication, USER, SECRET)
            .build();
    server.start();
  }

  /** Returns the port that it listens on. */
  public int port() {
    return server.getPort();
  }

  /** Returns its address. */
  public String url() {
    return "http://127.0.0.1:" + port();
  }

  /** Returns the keys in the bucket. */
  public List<String> keys() {
    return blobs().list(BUCKET, ListContainerOptions.Builder.recursive()).stream()
        .map(StorageMetadata::getName)
        .toList();
  }

  /** Returns an object. */
  public byte[] read(String key) throws IOException {
    try (InputStream in = blobs().getBlob(BUCKET, key).getPayload().openStream()) {
      return in.readAllBytes();
    }
  }

  /** Puts an object. */
  public void put(String key, byte[] content) {
    blobs().putBlob(BUCKET, blobs().blobBuilder(key).payload(content).build());
  }

  /** Removes an object. */
  public void remove(String key) {
    blobs().removeBlob(BUCKET, key);
  }

  /** Returns the keys of uploads that have been begun and neither completed nor given up. */
  public List<String> uploads() {
    return blobs().listMultipartUploads(BUCKET).stream().map(upload -> upload.blobName()).toList();
  }

  private BlobStore blobs() {
    return context.getBlobStore();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new AssertionError("the server does not stop", e);
    }
    context.close();
  }
}
