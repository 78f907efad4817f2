import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobApiMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;

/**
 * An S3 server as a process of its own (S3Proxy), to try photocat by hand: objects are files below
 * a folder, and every request takes so many milliseconds longer. Usage: java -cp LIBRARIES
 * S3Server.java PORT FOLDER BUCKET [MILLISECONDS]
 */
final class S3Server {
  public static void main(String[] arguments) throws Exception {
    Properties settings = new Properties();
    settings.setProperty("jclouds.filesystem.basedir", Path.of(arguments[1]).toAbsolutePath().toString());
    BlobStore blobs =
        ContextBuilder.newBuilder(new FilesystemNio2BlobApiMetadata())
            .credentials("local", "local")
            .overrides(settings)
            .build(BlobStoreContext.class)
            .getBlobStore();
    blobs.createContainerInLocation(null, arguments[2]);
    if (arguments.length > 3) {
      blobs = slow(blobs, Long.parseLong(arguments[3]));
    }
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(blobs)
            .ignoreUnknownHeaders(true)
            .jettyMaxThreads(200)
            .endpoint(URI.create("http://127.0.0.1:" + arguments[0]))
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, System.getenv("AWS_ACCESS_KEY_ID"),
                System.getenv("AWS_SECRET_ACCESS_KEY"))
            .build();
    server.start();
    System.out.println("listening on http://127.0.0.1:" + server.getPort());
  }

  /** By reflection: S3Proxy's own main class reads settings from a file, and needs more libraries. */
  private static BlobStore slow(BlobStore blobs, long milliseconds) throws Exception {
    Method slow =
        Class.forName("org.gaul.s3proxy.LatencyBlobStore")
            .getDeclaredMethod("newLatencyBlobStore", BlobStore.class, Map.class, Map.class);
    slow.setAccessible(true);
    return (BlobStore) slow.invoke(null, blobs, Map.of("*", milliseconds), Map.of());
  }
}
