package photocat.job.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Session;
import photocat.catalog.TableAppender;
import photocat.source.dwca.ArchiveDocuments;
import photocat.source.dwca.DatasetInfo;

/** Keeps what an archive says of the data sets that its records are from. */
final class DwcaDatasets {
  private final Session session;

  DwcaDatasets(Session session) {
    this.session = session;
  }

  /** Adds them to {@code datasets}, and what could not be read to {@code notes}. */
  void keep(ArchiveDocuments documents, int snapshot, List<String> notes) {
    try (TableAppender appender =
        session.openAppender(
            "datasets",
            "snapshot_id",
            "dataset_key",
            "title",
            "license",
            "rights",
            "citation",
            "doi")) {
      for (DatasetInfo dataset : documents.datasets()) {
        appender.row(
            snapshot,
            dataset.key(),
            orNull(dataset.title()),
            dataset.license().code().text(),
            orNull(dataset.rights()),
            orNull(dataset.citation()),
            dataset.doi().orElse(null));
      }
      appender.flush();
    }
    notes.addAll(documents.notes());
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
  }
}
