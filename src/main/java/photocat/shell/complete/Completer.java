package photocat.shell.complete;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import photocat.job.Job;
import photocat.shell.InputRules;
import photocat.shell.dot.DotCommand;
import photocat.shell.dot.DotCommands;
import photocat.sql.Script;
import photocat.sql.SqlLexer;
import photocat.sql.SqlStart;
import photocat.sql.Statement;
import photocat.sql.Token;
import photocat.sql.TokenKind;

/** Finds out what is being typed at the cursor and what could complete it. Never blocks. */
public final class Completer {
  private static final Pattern BEFORE_STATEMENT =
      Pattern.compile(
          "\\.?([A-Za-z]+)\\s+(?:(?:\\d[\\d.]*|--times[\\s=]+\\d+)\\s+)*",
          Pattern.CASE_INSENSITIVE);

  private final InputRules rules;
  private final Supplier<NameSnapshot> snapshots;
  private final Supplier<List<Job>> jobs;
  private final FileCompleter files;

  /**
   * Completes for a person.
   *
   * @param snapshots gives the names that the catalogue has, without waiting for it
   * @param jobs gives the jobs of this process
   * @param paths tells where a typed path leads
   */
  public Completer(
      InputRules rules,
      Supplier<NameSnapshot> snapshots,
      Supplier<List<Job>> jobs,
      UnaryOperator<Path> paths) {
    this.files = new FileCompleter(paths);
    this.rules = rules;
    this.snapshots = snapshots;
    this.jobs = jobs;
  }

  /** Returns what can complete the word that ends at {@code cursor}. */
  public Completion complete(String text, int cursor) {
    return complete(text, 0, cursor);
  }

  /** The same, where {@code text} counts from {@code from} on. */
  private Completion complete(String text, int from, int cursor) {
    String typed = text.substring(from, cursor);
    NameSnapshot snapshot = snapshots.get();
    Script script = rules.split(typed);
    if (script.rest().isPresent()) {
      Statement unfinished = script.rest().get().statement();
      int start = from + unfinished.offset();
      return isFirstWord(unfinished, typed.length())
          ? first(start, unfinished.text())
          : new SqlCompleter(snapshot, files).complete(text, start, cursor);
    }
    List<Statement> statements = script.statements();
    if (!statements.isEmpty()) {
      Statement last = statements.get(statements.size() - 1);
      int start = from + last.offset();
      String line = typed.substring(last.offset());
      if (rules.isCommand(last) && line.indexOf('\n') < 0) {
        boolean bareName = line.equals(last.text()) && line.chars().allMatch(Completer::isLetter);
        return bareName ? first(start, line) : command(text, start, line);
      }
    }
    return first(cursor, "");
  }

  private Completion command(String text, int offset, String line) {
    Matcher statement = BEFORE_STATEMENT.matcher(line);
    boolean takesStatement =
        statement.lookingAt()
            && DotCommands.find(statement.group(1)).map(DotCommand::takesStatement).orElse(false);
    NameSnapshot snapshot = snapshots.get();
    return takesStatement
        ? complete(text, offset + statement.end(), offset + line.length())
        : new CommandCompleter(rules.commands(), snapshot, jobs(snapshot), files)
            .complete(line, offset);
  }

  /** Those of this process as they are; those of another as they were. */
  private NameSnapshot jobs(NameSnapshot snapshot) {
    List<Job> here = jobs.get();
    return here.isEmpty() ? snapshot : new NameSnapshot(JobSuggestions.names(here), List.of());
  }

  private static boolean isFirstWord(Statement unfinished, int cursor) {
    List<Token> tokens = SqlLexer.read(unfinished.text());
    return tokens.size() == 1
        && tokens.get(0).kind() == TokenKind.WORD
        && unfinished.offset() + unfinished.text().length() == cursor;
  }

  /** A statement begins here: SQL, or a command without its dot. */
  private Completion first(int start, String word) {
    Stream<Suggestion> names =
        Stream.concat(
                rules.commands().stream()
                    .filter(command -> !SqlStart.isWord(command.name()))
                    .map(command -> CommandCompleter.suggestion("", command)),
                CommandCompleter.dotCommands(""))
            .filter(name -> name.fits(word));
    Stream<Suggestion> keywords =
        SqlStart.words().stream()
            .sorted()
            .map(keyword -> Suggestion.keyword(keyword, word))
            .filter(keyword -> keyword.fits(word));
    return new Completion(start, word, Stream.concat(names, keywords).toList());
  }

  private static boolean isLetter(int character) {
    return character >= 'a' && character <= 'z';
  }
}
