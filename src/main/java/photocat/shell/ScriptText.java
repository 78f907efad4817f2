package photocat.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import photocat.file.TextFile;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.sql.Script;
import photocat.sql.Statement;
import photocat.sql.Unfinished;

/**
 * A text to run statement by statement.
 *
 * @param name what failures call it: a file as it was given, {@code stdin}, or empty
 */
record ScriptText(String name, String text) {

  /**
   * Reads a file.
   *
   * @param file as it was given, for messages
   * @param resolved where it is
   * @param stop ends the waiting for whoever is to write to a pipe
   */
  static ScriptText read(Path file, Path resolved, Cancellation stop) {
    try {
      return new ScriptText(
          file.toString(), TextFile.read(resolved, TextFile.LARGEST_SCRIPT_BYTES, stop));
    } catch (CharacterCodingException e) {
      throw notText(file.toString(), e);
    } catch (IOException e) {
      throw PhotocatException.of(
          ExitStatus.USAGE, "cannot read the script %s: %s".formatted(resolved, reason(e)), e);
    }
  }

  static ScriptText read(InputStream standardInput) {
    try {
      return new ScriptText("stdin", TextFile.read(standardInput, TextFile.LARGEST_SCRIPT_BYTES));
    } catch (CharacterCodingException e) {
      throw notText("stdin", e);
    } catch (IOException e) {
      throw PhotocatException.of(
          ExitStatus.FAILED, "cannot read standard input: " + e.getMessage(), e);
    }
  }

  /** The last statement needs no {@code ;}, but a quote or comment left open is a mistake. */
  List<Statement> statements(Function<String, Script> splitter) {
    Script script = splitter.apply(text);
    List<Statement> statements = new ArrayList<>(script.statements());
    if (script.rest().isPresent()) {
      Unfinished rest = script.rest().get();
      if (!rest.isWhole()) {
        throw PhotocatException.of(
            ExitStatus.FAILED,
            "%sthe statement that begins here has no end: %s is missing"
                .formatted(place(rest.statement()), rest.missing()));
      }
      statements.add(rest.statement());
    }
    return statements;
  }

  /** Returns what goes before the message of a failure: {@code "file.sql:3: "}, or empty. */
  String place(Statement statement) {
    return name.isEmpty() ? "" : "%s:%d: ".formatted(name, statement.line());
  }

  /** Returns what was found, where Java's own message is only the path. */
  static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    return e instanceof AccessDeniedException
        ? "this user may not"
        : String.valueOf(e.getMessage());
  }

  private static PhotocatException notText(String name, IOException cause) {
    return PhotocatException.of(
        ExitStatus.FAILED,
        "cannot read the script %s: it is not UTF-8 text".formatted(name),
        cause);
  }
}
