package photocat.job.names;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/** The lists that the shortlist is made of; works inside the transaction that staged a file. */
final class NameLists {
  private final Session session;

  NameLists(Session session) {
    this.session = session;
  }

  /** Returns the name of a file without its ending, of a packed one without both. */
  static String nameOf(Path file) {
    return String.valueOf(file.getFileName())
        .replaceFirst("(?i)(?<=.\\.[^.]{1,9})\\.gz$", "")
        .replaceFirst("(?<=.)\\.[^.]+$", "");
  }

  /**
   * Returns the name of the list in {@code file}; a list of another file is replaced by name only.
   */
  String name(Path file, Optional<String> given) {
    if (given.isPresent()) {
      if (given.get().isBlank() || given.get().codePoints().anyMatch(Character::isISOControl)) {
        throw PhotocatException.of(
                ExitStatus.USAGE, "cannot call a list \"%s\"".formatted(given.get()))
            .withHint("give a name that is not blank, without control characters");
      }
      return given.get();
    }
    String name = nameOf(file);
    Optional<String> before =
        session.first("shortlist/find_list", Map.of("list", name), row -> row.text("file"));
    if (before.isPresent() && !before.get().equals(file.toString())) {
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "cannot load %s: there is a list %s from %s".formatted(file, name, before.get()))
          .withHint("--list %s replaces it, another --list adds one".formatted(name));
    }
    return name;
  }

  Row changes(String list) {
    return session.list("shortlist/list_changes", Map.of("list", list), row -> row).get(0);
  }

  /** Puts the staged names, spellings and cells in the place of what the list held. */
  void replace(String list, Path file, Instant now) {
    Map<String, Object> named = Map.of("list", list);
    session.run("shortlist/forget_list", named);
    session.run("shortlist/forget_entries", named);
    session.run("shortlist/forget_list_names", named);
    session.run("shortlist/forget_rows", named);
    session.run("shortlist/add_list", Map.of("list", list, "file", file, "loaded_at", now));
    session.run("shortlist/add_entries", named);
    session.run("shortlist/forget_unlisted");
    session.run("shortlist/add_list_names", named);
    session.run("shortlist/add_rows", named);
  }

  /** Gives taxa whose names no list has any more the names that lists have for them now. */
  void rename(String list) {
    session.run("shortlist/rename", Map.of("list", list));
  }

  /** Returns a warning where other lists give keys of {@code list} other names, else nothing. */
  Optional<String> otherNames(String list) {
    return session.first(
        "shortlist/other_names",
        Map.of("list", list),
        row ->
            "%s another name in another list, %s is %s here and %s in %s; "
                    .formatted(
                        Amounts.count(row.number("keys"), "key has", "keys have"),
                        OneLine.of(row.text("taxon_key")),
                        OneLine.of(row.text("scientific_name")),
                        OneLine.of(row.text("other_name")),
                        OneLine.of(row.text("other_list")))
                + "'run differing-names' lists them, 'manifest build --list NAME' takes the names"
                + " of one list");
  }
}
