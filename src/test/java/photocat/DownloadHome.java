package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import photocat.catalog.Catalog;
import photocat.catalog.CatalogSettings;
import photocat.catalog.NewCatalog;
import photocat.catalog.TestSql;
import photocat.fetch.FetchSettings;
import photocat.fetch.PhotoServer;
import photocat.job.JobSettings;
import photocat.job.Jobs;
import photocat.job.Progress;
import photocat.job.TestManifest;
import photocat.job.download.Download;
import photocat.job.download.DownloadOptions;
import photocat.job.download.DownloadReport;
import photocat.job.download.RootChoice;
import photocat.model.Cancellation;
import photocat.model.setting.Chosen;

/** A folder with a catalogue of one manifest, and processes that download it there. */
record DownloadHome(Path folder) {
  static final int CONNECTIONS = 16;

  /** Makes the catalogue, with a manifest {@code m}. */
  static DownloadHome in(Path folder, int photos) {
    DownloadHome home = new DownloadHome(folder);
    try (Catalog catalog = NewCatalog.open(home.catalogue())) {
      TestManifest.add(sql -> TestSql.rows(catalog, sql), 1, "m", photos);
    }
    return home;
  }

  Path catalogue() {
    return folder.resolve("photocat.duckdb");
  }

  Path photos() {
    return folder.resolve("photos");
  }

  /** Returns the words that run {@code sql}, then the download, from and to these places. */
  List<String> command(
      PhotoServer server, String sql, Path catalogue, Path root, String... options) {
    String start =
        "download start m --root %s --allow-private-hosts --connections %d --photo-base-url %s"
            .formatted(root, CONNECTIONS, server.url(""));
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("--catalog=" + catalogue, "--write-own-tables"));
    arguments.addAll(List.of("-c", sql, "-c", start));
    return OtherJvm.photocat(arguments.toArray(String[]::new));
  }

  /** Starts a process that runs {@code sql}, then the download. */
  Process download(PhotoServer server, String sql) throws IOException {
    return start(command(server, sql, catalogue(), photos()));
  }

  /** Starts a process whose words {@link #said} returns. */
  Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("process.log").toFile())
        .start();
  }

  /** Returns what the last process said. */
  String said() throws IOException {
    return Files.readString(folder.resolve("process.log"));
  }

  /** The same download in this process, to its end. */
  DownloadReport resume(PhotoServer server) {
    try (Catalog catalog = Catalog.open(catalogue(), CatalogSettings.DEFAULTS)) {
      return new Download(
              catalog, new Jobs(), Progress.NONE, new Cancellation(), InstantSource.system())
          .run(
              new DownloadOptions(
                  JobSettings.DEFAULTS,
                  "m",
                  RootChoice.LAST,
                  folder.resolve("never used"),
                  Optional.of(server.url("")),
                  Chosen.NOTHING
                      .with(FetchSettings.MAX_CONNECTIONS, CONNECTIONS)
                      .with(FetchSettings.ALLOW_PRIVATE_HOSTS, true),
                  false));
    }
  }

  /** Returns the rows of a query, their values with bars between. */
  List<String> rows(String sql) {
    try (Catalog catalog = Catalog.open(catalogue(), CatalogSettings.DEFAULTS)) {
      return TestSql.rows(catalog, sql);
    }
  }

  /** Returns the names of all files below the folder of the photos. */
  List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(photos())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> photos().relativize(file).toString())
          .toList();
    }
  }

  /** Parts apart, every file is {@code photo}, byte for byte. */
  void assertNothingHalfWritten(byte[] photo) throws IOException {
    for (String file : files()) {
      if (!file.endsWith(".part")) {
        assertThat(photos().resolve(file)).hasBinaryContent(photo);
      }
    }
  }
}
