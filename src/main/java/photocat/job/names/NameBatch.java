package photocat.job.names;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Session;
import photocat.catalog.TableAppender;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.TaxonKey;
import photocat.source.lists.ListFile;
import photocat.source.lists.NameRow;

/**
 * Brings the rows of one file into the temporary table {@code staged_names}, the bad ones apart.
 */
final class NameBatch {
  /** Bad rows handed to the database at once. */
  private static final int BAD_ROWS = 20_000;

  private static final Pattern LINE_BREAK = Pattern.compile("\\R");

  private final Session session;
  private final Path file;
  private final long mostRows;
  private final boolean needsSource;
  private final boolean areOverrides;
  private final List<Bad> bad = new ArrayList<>();
  private long rows;
  private long staged;
  private long rejected;
  private long keyless;
  private long broken;
  private ListFile.Read read = new ListFile.Read("", List.of());

  /**
   * A batch of up to {@code mostRows}; a longer file is none that anybody meant.
   *
   * @param needsSource whether a row must say who spells the name so
   */
  NameBatch(Session session, Path file, long mostRows, boolean needsSource) {
    this(session, file, mostRows, needsSource, false);
  }

  private NameBatch(
      Session session, Path file, long mostRows, boolean needsSource, boolean areOverrides) {
    this.session = session;
    this.file = file;
    this.mostRows = mostRows;
    this.needsSource = needsSource;
    this.areOverrides = areOverrides;
  }

  /** A batch of overrides, whose names may be the numbers of taxa. */
  static NameBatch ofOverrides(Session session, Path file, long mostRows) {
    return new NameBatch(session, file, mostRows, false, true);
  }

  private record Bad(long line, String text, String reason) {}

  /** Reads all rows; runs inside a transaction. */
  void read(ListFile names) {
    session.run("shortlist/make_staged");
    session.run("shortlist/clear_rejects", Map.of("file", file));
    try (TableAppender table =
        session.openTemporaryAppender(
            "staged_names",
            "line",
            "taxon_key",
            "name",
            "spelling",
            "source",
            "rank",
            "authorship",
            "checklist_keys",
            "cells")) {
      read = names.read(session, row -> take(row, table));
      table.flush();
    }
    reject();
    if (staged == 0) {
      throw PhotocatException.of(
              ExitStatus.FAILED,
              rejected == 0
                  ? "cannot load %s: it holds no name".formatted(file)
                  : "cannot load %s: it holds no name, only %s without one"
                      .formatted(file, Amounts.count(rejected, "row")))
          .withHint("give a file with a name on each line, or a table with a column of names");
    }
  }

  /** Returns the number of rows that could not be used. */
  long rejected() {
    return rejected;
  }

  /**
   * Returns the number of names that stand where others have a key, and are known by themselves.
   */
  long keyless() {
    return keyless;
  }

  /** Returns the number of names that go over several lines. */
  long broken() {
    return broken;
  }

  /** Returns which columns were taken for what. */
  String columns() {
    return read.columns();
  }

  /** Returns what looks wrong in the file, a line each. */
  List<String> warnings() {
    return read.warnings();
  }

  private void take(NameRow row, TableAppender table) {
    session.check("loading " + file);
    if (++rows > mostRows) {
      throw PhotocatException.of(
          ExitStatus.FAILED,
          "cannot load %s: it has more than %s".formatted(file, Amounts.count(mostRows, "row")));
    }
    String reason = reason(row);
    if (!reason.isEmpty()) {
      bad.add(new Bad(row.line(), row.key() + ": " + row.name(), reason));
      rejectIfMany();
      return;
    }
    staged++;
    keyless += row.isKeyless() ? 1 : 0;
    broken += LINE_BREAK.matcher(row.name().strip()).find() ? 1 : 0;
    NameRow.Details details = row.details();
    table.row(
        row.line(),
        row.key(),
        row.name(),
        filled(spelling(details)),
        filled(details.source()),
        filled(details.rank()),
        filled(details.authorship()),
        details.checklistKeys().isEmpty() ? null : details.checklistKeys(),
        details.cells());
  }

  private void rejectIfMany() {
    if (bad.size() == BAD_ROWS) {
      reject();
    }
  }

  private void reject() {
    rejected += bad.size();
    session.run(
        "shortlist/add_rejects",
        Map.of(
            "file", file,
            "lines", bad.stream().map(row -> Long.toString(row.line())).toList(),
            "texts", bad.stream().map(Bad::text).toList(),
            "reasons", bad.stream().map(Bad::reason).toList()));
    bad.clear();
  }

  private static @Nullable String filled(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String spelling(NameRow.Details details) {
    return NameRow.isBlank(details.spelling()) ? "" : details.spelling();
  }

  /** Returns why a row cannot be used; empty when it can. */
  private String reason(NameRow row) {
    if (NameRow.isBlank(row.name())) {
      return areOverrides ? "to_name is blank" : "the name is blank";
    }
    if (TaxonKey.of(row.name()).isEmpty()) {
      return "the name says that there is none";
    }
    if (!areOverrides && row.name().codePoints().noneMatch(Character::isLetter)) {
      return "the name has no letter";
    }
    if (!areOverrides && row.isAboutColumns()) {
      return "it says what the column holds, and is no name";
    }
    if (NameRow.isBlank(row.key())) {
      return areOverrides ? "from_name is blank" : "it has no key";
    }
    return needsSource && row.details().source().isEmpty() ? "it has no source" : "";
  }
}
