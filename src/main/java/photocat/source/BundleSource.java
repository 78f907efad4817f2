package photocat.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/** Where a bundle lies. */
interface BundleSource {
  /** Hands every table over, whatever the bundle's form; one that comes twice is a failure. */
  void read(TableSink sink, BundleMeter meter) throws IOException, InterruptedException;

  /** Returns the name for messages and for the snapshot's row: no passwords, no signatures. */
  String name();

  /** Tells by its form what {@code from} is; looks at nothing yet. */
  static BundleSource of(String from, RemoteSettings settings) {
    if (from.startsWith("s3://")) {
      S3Object.check(from);
      return new RemoteBundle(OneLine.whole(from), settings, () -> S3Object.of(from, settings));
    }
    if (from.startsWith("http://") || from.startsWith("https://")) {
      URI address = address(from);
      return new RemoteBundle(
          withoutSecrets(address), settings, () -> new HttpObject(address, settings));
    }
    if (Pattern.matches("[a-zA-Z][a-zA-Z0-9+.-]+://.*", from)) {
      throw wrong(from).withHint("give a path, or an address that starts with https:// or s3://");
    }
    try {
      return new LocalBundle(Path.of(from));
    } catch (InvalidPathException e) {
      throw wrong(from);
    }
  }

  private static URI address(String from) {
    try {
      URI address = new URI(from);
      if (address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw wrong(from);
    }
    throw wrong(from);
  }

  private static String withoutSecrets(URI address) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return OneLine.whole(
        address.getScheme() + "://" + address.getHost() + port + address.getPath());
  }

  private static PhotocatException wrong(String from) {
    return PhotocatException.of(
        ExitStatus.USAGE,
        "'" + OneLine.of(from) + "' is neither a path nor an address of a bundle");
  }

  /** A file or folder on this machine. */
  record LocalBundle(Path path) implements BundleSource {
    @Override
    public String name() {
      return path.toString();
    }

    @Override
    public void read(TableSink sink, BundleMeter meter) throws IOException, InterruptedException {
      meter.sawName(String.valueOf(path.toAbsolutePath().normalize().getFileName()));
      if (Files.isDirectory(path)) {
        new FolderTables(path, meter).read(sink);
        return;
      }
      // A pipe has no size.
      meter.expect(
          Files.isRegularFile(path) ? OptionalLong.of(Files.size(path)) : OptionalLong.empty());
      try (InputStream in = Files.newInputStream(path)) {
        new TarTables(meter).read(meter.count(in), sink);
      }
    }
  }

  /** A bundle behind an address. */
  record RemoteBundle(String name, RemoteSettings settings, RemoteOpener opener)
      implements BundleSource {
    @Override
    public void read(TableSink sink, BundleMeter meter) throws IOException, InterruptedException {
      try (RemoteObject object = opener.open();
          ResumingInput in = new ResumingInput(object, settings)) {
        meter.expect(in.sizeBytes());
        new TarTables(meter).read(meter.count(in), sink);
      }
      meter.sawName(name);
    }
  }

  /** Prepares to read, without asking the server for anything. */
  interface RemoteOpener {
    RemoteObject open();
  }
}
