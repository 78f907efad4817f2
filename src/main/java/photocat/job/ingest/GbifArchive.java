package photocat.job.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import photocat.http.Timekeeper;
import photocat.job.JobSettings;
import photocat.model.Amounts;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.OneLine;
import photocat.model.PhotocatException;
import photocat.source.gbif.Download;
import photocat.source.gbif.DownloadId;
import photocat.source.gbif.GbifApi;

/**
 * A download of GBIF in the place of an archive, with what GBIF says of it: a file that is shorter,
 * or has fewer rows, is not it.
 */
record GbifArchive(Download download) {
  /** Asks GBIF; {@code note} is told of pauses. */
  static GbifArchive find(
      DownloadId id, JobSettings settings, Cancellation cancellation, Consumer<String> note) {
    return of(
        GbifApi.open(
                settings.http(), settings.sources().gbifApi(), Timekeeper.WALL, cancellation, note)
            .readyDownload(id));
  }

  /** Takes one whose file is there, and has records. */
  static GbifArchive of(Download found) {
    if (!found.hasText()) {
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "cannot ingest download %s: it is a %s, which has no photos"
                  .formatted(OneLine.of(found.key()), OneLine.of(found.format())))
          .withHint("ask GBIF for a Darwin Core Archive, or keep the file: 'gbif fetch --keep'");
    }
    return new GbifArchive(found);
  }

  /** Fails when the file is not as long as GBIF says. */
  void checkSize(Path file) {
    try {
      long found = Files.size(file);
      if (download.sizeBytes() > 0 && found != download.sizeBytes()) {
        throw PhotocatException.of(
                ExitStatus.FAILED,
                "cannot ingest download %s: its file has %,d bytes, and GBIF says %,d"
                    .formatted(OneLine.of(download.key()), found, download.sizeBytes()))
            .withHint("run the same command again later");
      }
    } catch (IOException e) {
      throw PhotocatException.of(
          ExitStatus.FAILED, "cannot read a work file: " + FailureReason.of(e), e);
    }
  }

  /** Adds what is odd about it, once {@code records} of it have been read. */
  void note(long records, boolean all, List<String> notes) {
    if (download.format().equals("SIMPLE_CSV")) {
      notes.add("GBIF's SIMPLE_CSV has no photos; ask for a Darwin Core Archive to have them");
    }
    if (all && records != download.totalRecords()) {
      notes.add(
          "GBIF says that this download has %s, and %s came"
              .formatted(Amounts.count(download.totalRecords(), "record"), Amounts.count(records)));
    }
  }
}
