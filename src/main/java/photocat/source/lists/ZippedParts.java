package photocat.source.lists;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The parts of a workbook, which is a zip archive. No part inflates without a bound. */
final class ZippedParts implements Closeable {
  private static final long LARGEST_RATIO = 200;
  private static final long RATIO_CHECKED_FROM_BYTES = 64L << 20;

  private final ZipFile zip;

  ZippedParts(Path file) throws IOException {
    try {
      zip = ZipFile.builder().setPath(file).get();
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException("it is a damaged zip archive", e);
    }
  }

  boolean has(String part) {
    return zip.getEntry(part) != null;
  }

  /** Opens the XML of a part; empty where there is none. */
  Optional<XmlPart> open(String part) throws IOException {
    ZipArchiveEntry entry = zip.getEntry(part);
    if (entry == null) {
      return Optional.empty();
    }
    if (!zip.canReadEntryData(entry)) {
      throw new IOException(
          "its part %s is encrypted, or packed in a way of its own".formatted(part));
    }
    return Optional.of(
        new XmlPart(part, new Bounded(zip.getInputStream(entry), entry.getCompressedSize())));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** Ends where more comes out than tables hold. */
  private static final class Bounded extends FilterInputStream {
    private final long packedBytes;
    private long bytes;

    Bounded(InputStream in, long packedBytes) {
      super(in);
      this.packedBytes = packedBytes;
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      count(Math.max(count, 0));
      return count;
    }

    private void count(int more) throws ZipException {
      bytes += more;
      if (bytes > RATIO_CHECKED_FROM_BYTES && bytes / LARGEST_RATIO > packedBytes) {
        throw new ZipException(
            "it inflates to more than %d times its size".formatted(LARGEST_RATIO));
      }
    }
  }
}
