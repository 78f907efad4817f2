package photocat.shell;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import photocat.job.Job;
import photocat.sql.Script;
import photocat.sql.SqlLexer;
import photocat.sql.SqlStart;
import photocat.sql.Statement;
import photocat.sql.Token;
import photocat.sql.TokenKind;

/** Finds out what is being typed at the cursor and what could complete it. Never blocks. */
final class Completer {
  private final InputRules rules;
  private final Supplier<NameSnapshot> snapshots;
  private final Supplier<List<Job>> jobs;

  Completer(InputRules rules, Supplier<NameSnapshot> snapshots, Supplier<List<Job>> jobs) {
    this.rules = rules;
    this.snapshots = snapshots;
    this.jobs = jobs;
  }

  /** Returns what can complete the word that ends at {@code cursor}. */
  Completion complete(String text, int cursor) {
    String typed = text.substring(0, cursor);
    NameSnapshot snapshot = snapshots.get();
    Script script = rules.split(typed);
    if (script.rest().isPresent()) {
      Statement unfinished = script.rest().get().statement();
      return isFirstWord(unfinished, cursor)
          ? first(unfinished.offset(), unfinished.text())
          : new SqlCompleter(snapshot).complete(text, unfinished.offset(), cursor);
    }
    List<Statement> statements = script.statements();
    if (!statements.isEmpty()) {
      Statement last = statements.get(statements.size() - 1);
      String line = typed.substring(last.offset());
      if (rules.isCommand(last) && line.indexOf('\n') < 0) {
        boolean bareName = line.equals(last.text()) && line.chars().allMatch(Completer::isLetter);
        return bareName
            ? first(last.offset(), line)
            : new CommandCompleter(rules.commands(), snapshot.recipes(), jobs.get())
                .complete(line, last.offset());
      }
    }
    return first(cursor, "");
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
                CommandCompleter.builtins(""))
            .filter(name -> name.fits(word));
    Stream<Suggestion> keywords =
        SqlStart.words().stream()
            .sorted()
            .map(keyword -> Suggestion.keyword(keyword, word))
            .filter(keyword -> keyword.fits(word));
    return new Completion(start, Stream.concat(names, keywords).toList());
  }

  private static boolean isLetter(int character) {
    return character >= 'a' && character <= 'z';
  }
}
