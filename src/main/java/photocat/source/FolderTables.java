package photocat.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/** The tables in a folder, each gzipped or not whatever its name says. */
final class FolderTables {
  private final Path folder;
  private final BundleMeter meter;

  FolderTables(Path folder, BundleMeter meter) {
    this.folder = folder;
    this.meter = meter;
  }

  void read(TableSink sink) throws IOException, InterruptedException {
    Map<BundleTable, Path> files = files();
    long totalBytes = 0;
    for (Path file : files.values()) {
      totalBytes += Files.size(file);
    }
    meter.expect(OptionalLong.of(totalBytes));
    for (Map.Entry<BundleTable, Path> entry : files.entrySet()) {
      meter.reading(String.valueOf(entry.getValue().getFileName()));
      try (InputStream file = Files.newInputStream(entry.getValue());
          InputStream text = GzipInput.orPlain(meter.count(file))) {
        sink.table(entry.getKey(), text);
      }
      meter.reading("");
    }
  }

  private Map<BundleTable, Path> files() throws IOException {
    List<Path> inside;
    try (Stream<Path> listing = Files.list(folder)) {
      inside = listing.filter(Files::isRegularFile).sorted().toList();
    }
    Map<BundleTable, Path> files = new EnumMap<>(BundleTable.class);
    for (Path file : inside) {
      String name = String.valueOf(file.getFileName());
      BundleTable table = BundleTable.ofFileName(name).orElse(null);
      if (table == null) {
        meter.ignored(name);
      } else if (files.putIfAbsent(table, file) != null) {
        throw PhotocatException.of(
                ExitStatus.FAILED,
                "it holds " + table.fileName() + " and " + table.fileName() + ".gz")
            .withHint("move one of the two away");
      }
    }
    // Before hours of loading, not after them.
    BundleTable.requireAll(files.keySet());
    return files;
  }
}
