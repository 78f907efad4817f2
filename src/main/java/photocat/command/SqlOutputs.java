package photocat.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import photocat.catalog.FileTarget;
import photocat.catalog.FileTargets;
import photocat.catalog.RowReader;
import photocat.catalog.Session;
import photocat.file.UserPaths;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;
import photocat.sql.Positions;
import photocat.sql.Quoted;

/**
 * The files that SQL of the user's writes. DuckDB puts them in the place of whatever is there, the
 * catalogue included; and a database that is attached twice, under two names, is soon a broken one.
 * So that what was looked at is what is written, the statement is run with each name written out,
 * after what computes it was run, once.
 */
public final class SqlOutputs {
  /** What DuckDB takes for no part of the path: the kind of database, or that it is a file. */
  private static final Pattern KIND =
      Pattern.compile("^(?:(file:)(?://(?:localhost)?(?=/))?|([A-Za-z][A-Za-z0-9_]+):(?!//))");

  /** The kind of a database that is attached, as an option. */
  private static final Pattern TYPE = Pattern.compile("(?i)[(,]\\s*TYPE\\s+['\"]?(\\w+)");

  /** Kinds of databases that are files. */
  private static final Set<String> FILES = Set.of("duckdb", "sqlite");

  /** DuckDB writes this in front of the name while it replaces a file. */
  private static final String DRAFT = "tmp_";

  private static final Set<String> STREAMS = Set.of("STDOUT", "STDIN");

  private final Context context;
  private final Session session;

  /** Looks at SQL that is to run in {@code session}, in the world of {@code context}. */
  public SqlOutputs(Context context, Session session) {
    this.context = context;
    this.session = session;
  }

  /**
   * Returns {@code sql} as it is to be run, with the values that it needs.
   *
   * @param values those of {@code $1} to {@code $n}
   * @throws PhotocatException when it would write the catalogue, or attach it once more, or run
   *     what does, or when that cannot be told
   */
  public Positions checked(String sql, List<? extends @Nullable Object> values) {
    FileTargets.ofPrepared(sql, session).forEach(target -> path(target, sql, values));
    List<FileTarget> targets = FileTargets.of(sql);
    StringBuilder safe = new StringBuilder(sql);
    for (int i = targets.size() - 1; i >= 0; i--) {
      FileTarget target = targets.get(i);
      path(target, sql, values)
          .ifPresent(path -> safe.replace(target.start(), target.end(), Quoted.text(path)));
    }
    return targets.isEmpty()
        ? new Positions(sql, new ArrayList<>(values))
        : Positions.in(safe.toString(), values);
  }

  /** Returns the path that a statement may use; empty where its own words are to stay. */
  private Optional<String> path(
      FileTarget target, String sql, List<? extends @Nullable Object> values) {
    Optional<String> name = name(target, values);
    if (target.isImported()) {
      return name.flatMap(this::imported);
    }
    if (name.isEmpty() || isNoFile(target, sql, name.get())) {
      return target.form() == FileTarget.Form.COMPUTED ? name : Optional.empty();
    }
    Matcher kind = KIND.matcher(name.get());
    boolean hasKind = kind.find();
    Path file =
        context.resolve(UserPaths.read(hasKind ? name.get().substring(kind.end()) : name.get()));
    if (target.isAttached()) {
      context.outputs().refuseAttached(file);
    } else {
      refuse(file, target.statement());
    }
    return Optional.of((hasKind && kind.group(2) != null ? kind.group() : "") + file);
  }

  /** Where SQL may reach no file, DuckDB says so. */
  private Optional<String> imported(String name) {
    if (!session.reachesFiles()) {
      return Optional.empty();
    }
    ImportedScripts scripts = new ImportedScripts(session);
    return Optional.of(scripts.checked(name, context::resolve).toString());
  }

  private void refuse(Path file, String statement) {
    context.outputs().refuseWritten(file);
    if (statement.equals("COPY") && file.getFileName() != null) {
      context.outputs().refuseWritten(file.resolveSibling(DRAFT + file.getFileName()));
    }
  }

  private Optional<String> name(FileTarget target, List<? extends @Nullable Object> values) {
    return switch (target.form()) {
      case TEXT -> Optional.of(target.text());
      case VALUE -> value(target.text(), values);
      case COMPUTED -> Optional.of(computed(target, values));
      case UNKNOWN ->
          throw PhotocatException.of(
                  ExitStatus.FAILED,
                  "cannot run %s: the file %s cannot be told beforehand"
                      .formatted(target.statement(), OneLine.of(target.text())))
              .withHint("write its name out, in quotes");
    };
  }

  private String computed(FileTarget target, List<? extends @Nullable Object> values) {
    // The line break ends a comment.
    Positions query =
        Positions.in("SELECT (%s\n)::VARCHAR AS path".formatted(target.text()), values);
    List<String> found = new ArrayList<>();
    RowReader reader =
        new RowReader(
            row -> {
              row.optionalText("path").ifPresent(found::add);
              return true;
            });
    session.execute(query.statement(), query.values(), reader);
    if (found.isEmpty()) {
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "cannot run %s: the name of the file %s is NULL"
                  .formatted(target.statement(), OneLine.of(target.text())))
          .withHint("write its name out, in quotes");
    }
    return found.get(0);
  }

  /** Tells of standard output, what is far away, and a database that is in memory or a server's. */
  private static boolean isNoFile(FileTarget target, String sql, String name) {
    if (name.isEmpty() || STREAMS.contains(name.toUpperCase(Locale.ROOT))) {
      return true;
    }
    Matcher kind = KIND.matcher(name);
    boolean isFile = kind.find() && kind.group(1) != null;
    if (!isFile && name.contains("://")) {
      return true;
    }
    if (!target.isAttached()) {
      return false;
    }
    Matcher type = TYPE.matcher(sql.substring(target.end()));
    String server =
        type.find() ? type.group(1) : kind.reset().find() && !isFile ? kind.group(2) : "duckdb";
    return name.startsWith(":memory:") || !FILES.contains(server.toLowerCase(Locale.ROOT));
  }

  private static Optional<String> value(String text, List<? extends @Nullable Object> values) {
    String position = text.replaceAll("[() ]", "");
    int index = position.matches("\\$\\d{1,9}") ? Integer.parseInt(position.substring(1)) - 1 : -1;
    return index >= 0 && index < values.size()
        ? Optional.ofNullable(values.get(index)).map(Object::toString)
        : Optional.empty();
  }
}
