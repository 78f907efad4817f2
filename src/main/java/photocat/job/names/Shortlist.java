package photocat.job.names;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.source.lists.ListFile;
import photocat.source.lists.NameColumns;

/**
 * Takes lists of names into the shortlist. Each file is one transaction; a file that was taken
 * before and is the same changes nothing. Works on the session of the caller, who closes it.
 */
public final class Shortlist {
  /** More than any checklist has; the names of all their folders are in memory at once. */
  private static final long MOST_NAMES = 2_000_000;

  private static final List<String> STAGED = List.of("names", "spellings", "entries", "taxa");

  private final Session session;

  /** A shortlist in the catalogue of {@code session}. */
  public Shortlist(Session session) {
    this.session = session;
  }

  /**
   * What a file brought.
   *
   * @param taxa taxa that the file names
   * @param newTaxa those that the shortlist did not have
   * @param gone taxa that the list wanted before and does no longer
   * @param renamed taxa that the list gives another name than before
   * @param spellings different spellings in the file
   * @param newSpellings those that were new; 0 where spellings were not wanted
   * @param strangers keys that the shortlist does not have, whose spellings wait unused
   * @param keyless names of a file with keys that have none, and are known by themselves
   * @param broken names that go over several lines
   * @param rejected rows that could not be used, kept in {@code shortlist_rejects}
   * @param columns which columns were taken for what
   * @param warnings what else the user should know, a line each
   */
  public record Loaded(
      long taxa,
      long newTaxa,
      long gone,
      long renamed,
      long spellings,
      long newSpellings,
      long strangers,
      long keyless,
      long broken,
      long rejected,
      String columns,
      List<String> warnings) {
    /** Returns how the taxa differ from before, such as {@code 3 new, 1 gone}. */
    public String changes() {
      StringBuilder changes = new StringBuilder(Amounts.count(newTaxa)).append(" new");
      if (gone > 0) {
        changes.append(", ").append(Amounts.count(gone)).append(" gone");
      }
      if (renamed > 0) {
        changes.append(", ").append(Amounts.count(renamed)).append(" renamed");
      }
      return changes.toString();
    }
  }

  /**
   * Takes a list of accepted names. A list that was loaded before is replaced; the slug of a taxon
   * never changes while a list wants it.
   *
   * @param list name of the list; empty for that of the file
   * @param source who spells them so where the file does not say; empty to take those for no
   *     spellings
   * @throws PhotocatException when the file cannot be read, or the list was loaded from another
   *     file and not named
   */
  public Loaded load(
      Path file, Optional<String> list, ColumnChoice columns, String source, Instant now) {
    NameBatch batch = new NameBatch(session, file, MOST_NAMES, false);
    return session.transaction(
        () -> {
          NameLists lists = new NameLists(session);
          String name = lists.name(file, list);
          batch.read(new ListFile(file, columns.part(), columns.of(NameColumns.Role.ACCEPTED)));
          session.run("shortlist/make_spellings", Map.of("source", source));
          session.run("shortlist/make_entries");
          Row changes = lists.changes(name);
          lists.replace(name, file, now);
          new NewTaxa(session).add(file, now);
          lists.rename(name);
          long lost =
              source.isEmpty()
                  ? session.run("shortlist/reject_other_names", Map.of("file", file))
                  : 0;
          Row row = summary();
          forgetStaged();
          return new Loaded(
              row.number("taxa"),
              changes.number("new_taxa"),
              changes.number("gone"),
              changes.number("renamed"),
              row.number("spellings"),
              changes.number("new_spellings"),
              0,
              batch.keyless(),
              batch.broken(),
              batch.rejected() + lost,
              batch.columns(),
              Stream.concat(batch.warnings().stream(), lists.otherNames(name).stream()).toList());
        });
  }

  /**
   * Takes original names, which their keys tie to the taxa of the shortlist.
   *
   * @param source who spells them so where the file does not say; empty to reject those rows
   */
  public Loaded addNames(Path file, ColumnChoice columns, String source) {
    NameBatch batch = new NameBatch(session, file, MOST_NAMES, source.isEmpty());
    return session.transaction(
        () -> {
          batch.read(new ListFile(file, columns.part(), columns.of(NameColumns.Role.ORIGINAL)));
          session.run("shortlist/make_spellings", Map.of("source", source));
          long added = session.run("shortlist/add_spellings");
          Row row = summary();
          forgetStaged();
          return new Loaded(
              row.number("taxa"),
              0,
              0,
              0,
              row.number("spellings"),
              added,
              row.number("strangers"),
              0,
              batch.broken(),
              batch.rejected(),
              batch.columns(),
              batch.warnings());
        });
  }

  /** Returns the name of the list that {@code file} holds unless another is given. */
  public static String nameOfList(Path file) {
    return NameLists.nameOf(file);
  }

  /** Returns how many taxa there are. */
  public long size() {
    return session.list("shortlist/size", Map.of(), row -> row.number("taxa")).get(0);
  }

  /** Forgets all lists, taxa, spellings and rejects; matches and manifests stay as they are. */
  public long clear() {
    return session.transaction(
        () -> {
          session.run("shortlist/clear_all_rejects");
          session.run("shortlist/clear_names");
          session.run("shortlist/clear_entries");
          session.run("shortlist/clear_lists");
          session.run("shortlist/clear_rows");
          return session.run("shortlist/clear");
        });
  }

  /** They would stay in memory for as long as the session is open. */
  private void forgetStaged() {
    for (String table : STAGED) {
      session.run("shortlist/forget_staged_" + table);
    }
  }

  private Row summary() {
    return session
        .first("shortlist/staged_summary", Map.of(), row -> row)
        .orElseThrow(
            () -> PhotocatException.of(ExitStatus.BUG, "shortlist/staged_summary gave no row"));
  }
}
