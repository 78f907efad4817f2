package photocat.job.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import photocat.catalog.Session;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.source.lists.ListFile;
import photocat.source.lists.ListPart;
import photocat.source.lists.NameColumns;
import photocat.source.lists.NameRow;

/** Reads what species are wanted, from a file or the shortlist. */
final class InatList {
  private static final String INAT = "inat:";

  private final List<Wanted> wanted = new ArrayList<>();
  private final List<SnapshotRows.Reject> rejects = new ArrayList<>();

  /**
   * A row.
   *
   * @param taxonId iNaturalist's number, where the list has it
   */
  record Wanted(long line, String name, Optional<Long> taxonId, long startId) {}

  private InatList() {}

  /**
   * Reads a file of names, whose column {@code start_id} says behind which observation to begin.
   */
  static InatList of(Session session, Path file) {
    InatList list = new InatList();
    NameColumns columns =
        new NameColumns(
            NameColumns.Role.ACCEPTED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            false);
    new ListFile(file, ListPart.FIRST, columns).read(session, list::take);
    return list.checked(file.toString());
  }

  /** Reads the shortlist. */
  static InatList ofShortlist(Session session) {
    InatList list = new InatList();
    list.wanted.addAll(
        session.list(
            "sources/inat-api/shortlist",
            Map.of(),
            row ->
                new Wanted(
                    row.number("line"), row.text("name"), row.optionalNumber("taxon_id"), 0)));
    if (list.wanted.isEmpty()) {
      throw PhotocatException.of(
              ExitStatus.FAILED, "cannot ask iNaturalist: the shortlist is empty")
          .withHint("run 'shortlist load FILE' first, or name a list with --species");
    }
    return list;
  }

  List<Wanted> wanted() {
    return List.copyOf(wanted);
  }

  /** Returns rows that cannot be used. */
  List<SnapshotRows.Reject> rejects() {
    return List.copyOf(rejects);
  }

  private InatList checked(String file) {
    if (wanted.isEmpty()) {
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "cannot ask iNaturalist: %s names no species%s"
                  .formatted(file, rejects.isEmpty() ? "" : "; " + rejects.get(0).reason()))
          .withHint("give a table with a column of names, and start_id if you like");
    }
    return this;
  }

  private void take(NameRow row) {
    Optional<Long> number =
        row.details().checklistKeys().stream()
            .filter(key -> key.startsWith(INAT))
            .map(key -> Long.parseLong(key.substring(INAT.length())))
            .findFirst();
    Optional<String> start = startId(row.details().cells());
    String name = row.name().strip();
    if (row.isAboutColumns()) {
      return;
    }
    if (name.isEmpty() && number.isEmpty()) {
      rejects.add(new SnapshotRows.Reject(row.line(), name, "it has no name"));
    } else if (start.isPresent() && !start.get().matches("\\d{1,15}")) {
      rejects.add(
          new SnapshotRows.Reject(
              row.line(), name, "its start_id is %s, must be a number".formatted(start.get())));
    } else {
      wanted.add(new Wanted(row.line(), name, number, start.map(Long::parseLong).orElse(0L)));
    }
  }

  private static Optional<String> startId(Map<String, String> cells) {
    return cells.entrySet().stream()
        .filter(
            cell ->
                cell.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "").equals("startid"))
        .map(cell -> cell.getValue().strip())
        .findFirst();
  }
}
