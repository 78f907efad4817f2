package photocat.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import photocat.catalog.Session;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.sql.Quoted;
import photocat.sql.SqlLexer;
import photocat.sql.Statement;
import photocat.sql.Token;
import photocat.sql.TokenKind;

/**
 * Relative paths in the SQL of a client: DuckDB reads and writes them in the folder of this
 * process, where the client does not expect them. Those that would be taken wrongly are refused.
 */
final class ClientPaths implements Interpreter.Hooks {
  private static final Set<String> BEFORE_WRITTEN = Set.of("TO", "ATTACH", "DATABASE", "EXISTS");
  private static final Set<String> BEFORE_READ = Set.of("FROM", "JOIN");

  private final Path here;
  private final Path client;

  /** Paths of a client in the folder {@code client}, in a process that was started in another. */
  ClientPaths(Path here, Path client) {
    this.here = here;
    this.client = client;
  }

  /** Fails when a path in {@code sql} would be read or written elsewhere than meant. */
  void check(String sql) {
    if (here.equals(client)) {
      return;
    }
    String before = "";
    for (Token token : SqlLexer.read(sql)) {
      String text = token.in(sql);
      if (token.kind() == TokenKind.STRING && text.startsWith("'")) {
        check(before, text.substring(1, text.length() - 1).replace("''", "'"));
      }
      if (token.kind() != TokenKind.COMMENT) {
        before = text.toUpperCase(Locale.ROOT);
      }
    }
  }

  /** Lets DuckDB find what the client reads, where it is not in this process's own folder. */
  @Override
  public void prepare(Session session) {
    boolean isLocked = session.list("shell/locked", Map.of(), row -> row.truth("locked")).get(0);
    // After .safe no file can be read, and no setting changed.
    if (!isLocked) {
      session.run("shell/search_path", Map.of(), Map.of("folder", Quoted.text(client.toString())));
    }
  }

  @Override
  public Outcome run(Statement statement, StatementCall around, Supplier<Outcome> here) {
    check(statement.text());
    return here.get();
  }

  private void check(String before, String path) {
    boolean relative = !path.startsWith("/") && !path.startsWith("~") && !path.contains("://");
    boolean wrong =
        BEFORE_WRITTEN.contains(before)
            || (BEFORE_READ.contains(before) && Files.exists(here.resolve(path)));
    if (relative && wrong && !List.of("", ":memory:").contains(path)) {
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "'%s' would be taken for %s, for the process that holds the catalogue works there"
                  .formatted(path, here.resolve(path)))
          .withHint("write '%s'".formatted(client.resolve(path)));
    }
  }
}
