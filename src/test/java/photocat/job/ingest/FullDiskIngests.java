package photocat.job.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import photocat.catalog.Catalog;
import photocat.catalog.CatalogSettings;
import photocat.catalog.NewCatalog;
import photocat.command.CommandRunner;

/** A process that takes in what its disk has no room for, of all sources one after the other. */
public final class FullDiskIngests {
  private static final int ROWS = 25_000;

  /**
   * The rows as text, which is gone when DuckDB writes them into its log, where they are larger.
   */
  private static final long ROOM_FOR_PIECES = 1_400_000;

  private final Path disk;
  private final Path inputs;
  private final Path outcomes;
  private final Path prepared;
  private List<String> before = List.of();

  private FullDiskIngests(Path disk, Path inputs, Path outcomes) {
    this.disk = disk;
    this.inputs = inputs;
    this.outcomes = outcomes;
    this.prepared = inputs.resolve("prepared.duckdb");
  }

  /**
   * Takes the folder of a disk with nothing else on it, one for files to take in, and the file that
   * gets a line for each ingest: source, what there is no room for, exit code, what was said,
   * whether the catalogue is as before, and what is left on the disk.
   */
  public static void main(String[] arguments) throws IOException {
    FullDiskIngests ingests =
        new FullDiskIngests(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
    for (SourceFixture source : SourceFixture.ALL) {
      ingests.prepare(source);
      List<String> large = source.large(ingests.inputs, ROWS);
      if (source.cutsPieces()) {
        ingests.run(source, "pieces", large, 200_000);
      }
      ingests.run(source, "rows", large, ROOM_FOR_PIECES);
      if (source.takesAddresses()) {
        try (ServedFolder served = new ServedFolder(ingests.inputs)) {
          ingests.run(source, "copy", served.addresses(large), 50_000);
        }
      }
    }
    // A fixture may keep a server.
    System.exit(0);
  }

  /** Makes a catalogue that has a snapshot of the source already. */
  private void prepare(SourceFixture source) throws IOException {
    Files.deleteIfExists(prepared);
    NewCatalog.put(prepared);
    try (CommandRunner photocat = open(prepared)) {
      photocat.done(source.small(inputs).toArray(String[]::new));
      before = SourceState.whole(photocat::rows);
    }
  }

  private void run(SourceFixture source, String noRoomFor, List<String> large, long room)
      throws IOException {
    Path file = Files.copy(prepared, disk.resolve("photocat.duckdb"));
    List<String> outcome = new ArrayList<>(List.of(source.source(), noRoomFor));
    try (CommandRunner photocat = open(file)) {
      photocat.rows("FROM snapshots");
      Path ballast = fill(room);
      outcome.add("exit code " + photocat.run(large.toArray(String[]::new)));
      outcome.add(photocat.said().replace(disk.toString(), "DISK").replace("\n", " / "));
      Files.delete(ballast);
    }
    try (CommandRunner photocat = open(file)) {
      outcome.add(SourceState.whole(photocat::rows).equals(before) ? "as before" : "changed");
    }
    try (Stream<Path> left = Files.list(disk)) {
      outcome.add(left.map(path -> path.getFileName().toString()).toList().toString());
    }
    Files.delete(file);
    Files.writeString(
        outcomes,
        String.join("|", outcome) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** Leaves {@code room} bytes of the disk free. */
  private Path fill(long room) throws IOException {
    Path ballast = disk.resolve("ballast");
    try (OutputStream out = Files.newOutputStream(ballast)) {
      long most = Files.getFileStore(disk).getUsableSpace() - room;
      byte[] zeros = new byte[1 << 16];
      for (long left = most; left > 0; left -= zeros.length) {
        out.write(zeros, 0, (int) Math.min(zeros.length, left));
      }
    }
    return ballast;
  }

  private CommandRunner open(Path file) {
    return new CommandRunner(disk, () -> Catalog.open(file, CatalogSettings.DEFAULTS));
  }
}
