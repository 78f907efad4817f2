package photocat.job.gbif;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import photocat.job.Progress;
import photocat.job.ingest.DwcaIngest;
import photocat.job.ingest.DwcaIngest.Ingested;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;
import photocat.source.KeptFile;
import photocat.source.RemoteSettings;
import photocat.source.gbif.Download;
import photocat.source.gbif.DownloadId;
import photocat.source.gbif.GbifApi;

/** Fetches a download of GBIF and takes it in. */
public final class GbifFetch {
  private final GbifContext gbif;

  /** Fetches in the context {@code gbif}. */
  public GbifFetch(GbifContext gbif) {
    this.gbif = gbif;
  }

  /**
   * What to fetch.
   *
   * @param named its key, page or DOI
   * @param name of the snapshot; empty: the key
   * @param where a condition in brackets on the columns of a record
   * @param keep folder in which the file stays; empty: it is removed once it is taken in
   * @param workFolder where files lie for a moment otherwise
   */
  public record Request(
      String named,
      Optional<String> name,
      Optional<String> where,
      Optional<Path> keep,
      Optional<Path> workFolder) {}

  /**
   * What came.
   *
   * @param kept where the file stays
   * @param wasThere whether it was there already
   * @param ingested what was taken in; empty for a format that only stays
   */
  public record Fetched(
      String key,
      String format,
      String citedAs,
      Optional<Path> kept,
      boolean wasThere,
      Optional<Ingested> ingested) {}

  /** Fetches it, and takes it in where its format is one of records in text. */
  public Fetched run(Request request) {
    DownloadId id = DownloadTracker.named(request.named());
    DownloadTracker tracker = gbif.tracker();
    Download download = tracker.download(id);
    if (!download.isReady()) {
      throw GbifApi.notReady(download);
    }
    if (!download.hasText() && request.keep().isEmpty()) {
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "cannot take download %s in: it is a %s, which has no photos"
                  .formatted(download.key(), OneLine.of(download.format())))
          .withHint("--keep FOLDER keeps its file, for DuckDB's read_parquet and others");
    }
    Optional<KeptFile> kept = request.keep().map(folder -> keptFile(download, folder));
    boolean wasThere = kept.filter(KeptFile::isWhole).isPresent();
    if (!wasThere) {
      kept.ifPresent(file -> fetch(file, download.sizeBytes()));
    }
    Optional<Ingested> ingested =
        download.hasText() ? Optional.of(ingest(download, kept, request)) : Optional.empty();
    ingested.ifPresent(done -> tracker.fetched(download, done.records()));
    return new Fetched(
        download.key(),
        download.format(),
        download.citedAs(),
        kept.map(KeptFile::file),
        wasThere,
        ingested);
  }

  private static KeptFile keptFile(Download download, Path folder) {
    return new KeptFile(download.link(), folder, download.key() + ".zip", download.sizeBytes());
  }

  private void fetch(KeptFile file, long sizeBytes) {
    try (Progress.Step step =
        gbif.progress().start("fetching the archive", Progress.Unit.BYTES, sizeBytes)) {
      file.fetch(
          RemoteSettings.DEFAULTS.with(gbif.settings().http()),
          gbif.cancellation(),
          (done, size) -> step.at(done, List.of()));
    }
  }

  private Ingested ingest(Download download, Optional<KeptFile> kept, Request request) {
    DwcaIngest ingest =
        new DwcaIngest(gbif.session(), gbif.cancellation(), gbif.progress(), gbif.clock());
    DwcaIngest.Request asked =
        new DwcaIngest.Request(
            download.key(),
            download.key(),
            request.name(),
            request.where(),
            false,
            request.workFolder(),
            gbif.settings());
    return kept.isPresent()
        ? ingest.run(download, kept.get().file(), asked)
        : ingest.run(download, asked);
  }
}
