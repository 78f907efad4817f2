package photocat.source.dwca;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/** The files of a zip, read in any order without unpacking it. */
final class ZipFiles implements ArchiveFiles {
  /** Commons Compress reads 512 bytes at a time. */
  private static final int BUFFER_BYTES = 1 << 18;

  private final Path file;
  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();

  ZipFiles(Path file) throws IOException {
    if (ZipCount.isAbove(EntryNames.MOST_ENTRIES, file)) {
      throw EntryNames.tooMany();
    }
    this.file = file;
    this.zip = opened(file);
    try {
      EntryNames names = new EntryNames();
      for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
        if (!entry.isDirectory()) {
          names.add(entry.getName()).ifPresent(path -> entries.put(path, entry));
        }
      }
    } catch (RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static ZipFile opened(Path file) throws IOException {
    try {
      return ZipFile.builder().setPath(file).get();
    } catch (ZipException e) {
      throw PhotocatException.of(
              ExitStatus.FAILED, "it is no whole zip: its list of files is missing or damaged", e)
          .withHint("fetch it again: it may have been cut short");
    } catch (IllegalArgumentException e) {
      throw new ZipException("corrupt zip: " + e.getMessage());
    }
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public List<String> paths() {
    return List.copyOf(entries.keySet());
  }

  @Override
  public OptionalLong sizeBytes(String path) {
    return OptionalLong.of(entry(path).getSize());
  }

  @Override
  public InputStream open(String path) throws IOException {
    ZipArchiveEntry entry = entry(path);
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw bad(path, "is encrypted").withHint("ask whoever made it for one without a password");
    }
    if (entry.isUnixSymlink()) {
      throw bad(path, "is a link, not a file");
    }
    if (!zip.canReadEntryData(entry)) {
      ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
      throw bad(path, "is compressed in a way that is not read: " + method);
    }
    if (entry.getMethod() != ZipArchiveEntry.DEFLATED) {
      return checked(entry, zip.getInputStream(entry), () -> {});
    }
    Inflater inflater = new Inflater(true);
    InputStream raw = zip.getRawInputStream(entry);
    return checked(entry, new InflaterInputStream(raw, inflater, BUFFER_BYTES), inflater::end);
  }

  private static InputStream checked(ZipArchiveEntry entry, InputStream in, Runnable whenClosed) {
    return new EntryInput(
        in, entry.getSize(), entry.getCompressedSize(), entry.getCrc(), whenClosed);
  }

  private ZipArchiveEntry entry(String path) {
    ZipArchiveEntry entry = entries.get(path);
    if (entry == null) {
      throw bad(path, "is not in it");
    }
    return entry;
  }

  private static PhotocatException bad(String path, String found) {
    return PhotocatException.of(ExitStatus.FAILED, "'%s' %s".formatted(OneLine.of(path), found));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
