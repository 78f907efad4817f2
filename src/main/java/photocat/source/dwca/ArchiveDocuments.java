package photocat.source.dwca;

import java.util.List;

/**
 * What an archive says about the data sets that its records are from.
 *
 * @param datasets one for each document, by key; that of the archive itself first, if it has one
 * @param notes one line for each document that could not be read
 */
public record ArchiveDocuments(List<DatasetInfo> datasets, List<String> notes) {
  /** Copies the lists. */
  public ArchiveDocuments {
    datasets = List.copyOf(datasets);
    notes = List.copyOf(notes);
  }
}
