package photocat.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import photocat.catalog.FileTargets;
import photocat.catalog.Session;
import photocat.file.TextFile;
import photocat.file.UserPaths;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.OneLine;
import photocat.model.PhotocatException;
import photocat.sql.Script;
import photocat.sql.Statement;
import photocat.sql.StatementSplitter;

/**
 * The scripts that IMPORT DATABASE has DuckDB run, which asks nobody. What EXPORT DATABASE writes
 * makes tables and fills them; scripts that write files, or open databases, are run by nobody.
 */
final class ImportedScripts {
  private static final List<String> NAMES = List.of("schema.sql", "load.sql");

  private final Session session;

  /** Scripts that are to run in {@code session}. */
  ImportedScripts(Session session) {
    this.session = session;
  }

  /**
   * Returns the folder that a user calls {@code name}, with its scripts looked at.
   *
   * @throws PhotocatException when one cannot be, or does more than fill tables
   */
  Path checked(String name, UnaryOperator<Path> resolve) {
    String path =
        name.startsWith("file:") ? name.replaceFirst("^file:(//(localhost)?(?=/))?", "") : name;
    if (path.contains("://")) {
      throw refusal(name, "its scripts are not on this machine");
    }
    Path folder = resolve.apply(UserPaths.read(path));
    for (String script : NAMES) {
      check(folder, script);
    }
    return folder;
  }

  private void check(Path folder, String name) {
    Script script = StatementSplitter.split(text(folder, name));
    List<Statement> statements = new ArrayList<>(script.statements());
    script.rest().ifPresent(rest -> statements.add(rest.statement()));
    for (Statement statement : statements) {
      String sql = statement.text();
      if (!FileTargets.of(sql).isEmpty() || !FileTargets.ofPrepared(sql, session).isEmpty()) {
        String start = sql.lines().findFirst().orElse("");
        throw refusal(
                folder.toString(),
                "line %d of %s does more than fill tables: %s"
                    .formatted(statement.line(), name, OneLine.of(start)))
            .withHint("import what EXPORT DATABASE wrote; '.read FILE' runs any other script");
      }
    }
  }

  private String text(Path folder, String name) {
    try {
      return TextFile.read(folder.resolve(name), TextFile.LARGEST_SCRIPT_BYTES);
    } catch (IOException e) {
      throw refusal(folder.toString(), name + ": " + FailureReason.of(e));
    }
  }

  private static PhotocatException refusal(String folder, String found) {
    return PhotocatException.of(
        ExitStatus.FAILED, "cannot import %s: %s".formatted(OneLine.whole(folder), found));
  }
}
