package photocat.source.dwca;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an archive holds.
 *
 * @param core the table that the others belong to
 * @param extensions the other tables
 * @param metadata the path of the document about the data set, where the archive names one
 * @param notes one line for each thing that is odd but harmless
 */
public record ArchiveDescriptor(
    ArchiveTable core,
    List<ArchiveTable> extensions,
    Optional<String> metadata,
    List<String> notes) {
  /** Copies the lists. */
  public ArchiveDescriptor {
    extensions = List.copyOf(extensions);
    notes = List.copyOf(notes);
  }

  /** Returns all tables, the core first. */
  public Stream<ArchiveTable> tables() {
    return Stream.concat(Stream.of(core), extensions.stream());
  }
}
