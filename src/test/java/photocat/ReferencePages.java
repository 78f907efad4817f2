package photocat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import photocat.catalog.recipe.Recipe;
import photocat.catalog.recipe.RecipeBook;
import photocat.catalog.recipe.RecipeParameter;
import photocat.command.OutputMode;
import photocat.command.SettingInfo;
import photocat.model.ExitStatus;
import photocat.shell.Key;
import photocat.shell.dot.DotCommands;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Writes the pages of {@code docs/reference} from the program, so that they cannot disagree. */
final class ReferencePages {
  private static final String LINKS =
      "Learn: [tutorial](../tutorial.md) · Do: [how-to](../how-to/write-a-recipe.md)"
          + " · Understand: [architecture](../explanation/architecture.md)";

  /** Standard values that differ from machine to machine. */
  private static final Map<String, String> OF_THIS_MACHINE =
      Map.of("catalog.threads", "one for each processor");

  private static final String PROMPT_NOTES =
      """
      - `.chart` and `.histogram` take a statement or a recipe on the same line (`.chart SELECT license,
        count(*) FROM inat_photos GROUP BY ALL`, `.chart @licenses`), or draw the last result. A chart needs
        two columns, a label and a number; a histogram takes all rows of a statement, however many.
      - `.once` and `.output` choose the mode by the ending of the file (`.csv`, `.tsv`, `.json`, `.jsonl`,
        `.md`); without such an ending it is that of `.mode`, else CSV. They replace no file that was there before,
        unless told to with `--force`, and a statement that fails leaves nothing in them ([files](files.md)).
      - `.show` draws the photo on terminals with pictures (Kitty, iTerm2, Sixel; see `shell.pictures` in
        [settings](settings.md)) and tells file, licence and credit everywhere.
      - A recipe asks for the values that it cannot do without; `.recipe show`, `edit`, `save` and `check` are among
        the [commands](commands.md), [write a recipe](../how-to/write-a-recipe.md) explains them.
      - `.watch` draws a table with as many rows as fit, and draws again when the terminal changes its size.
      - SQL that would change what photocat keeps in its own tables ([tables](tables.md)) is asked about first,
        and refused in scripts, pipes, `-c` and while watching; `--write-own-tables` allows it. Your own tables are free.
      - `.safe` cannot be taken back, and works in the process that holds the catalogue only. What is left: SQL
        inside the catalogue, recipes, `status`, `match`, and the parts of `manifest`, `override` and `shortlist` that read no file.
      - A failure in a file that `.read` runs ends the file, and the script that read it, unless
        `--on-error continue` was given.

      ## What the prompt shows

      | prompt | meaning |
      | --- | --- |
      | `photos>` | the catalogue is `photos.duckdb` |
      | `photos*>` | a transaction is open: `COMMIT;` or `ROLLBACK;` ends it |
      | `photos!>` | the transaction has failed: only `ROLLBACK;` is left |
      | `      >` | the statement goes on |

      After 0.7 s a statement that runs tells on the last line how long and, where DuckDB knows, how far it
      is. A table shows 40 rows and says how many there are, if it can count them in a moment; the first 10,000 rows
      are kept for `.last`. What is higher or wider than the screen opens in the pager, in the modes `table`,
      `box`, `line` and `markdown`.
      """;

  private static final String ENVIRONMENT =
      """
      ## Files and variables

      | name | meaning |
      | --- | --- |
      | `photocat/init.sql` in `$XDG_CONFIG_HOME` (default: `~/.config`) | run before the first prompt; `--no-init` leaves it out, `--init FILE` runs another, in scripts too |
      | `photocat/history` in `$XDG_STATE_HOME` (default: `~/.local/state`) | 5,000 lines, for you alone to read; a line that begins with a blank or holds `password=`, `token=` or `secret=` is not kept |
      | `$PHOTOCAT_PAGER`, `$PAGER` | the pager, run by `sh` (default: `less -SRX`); on a `dumb` terminal only the first counts |
      | `$VISUAL`, `$EDITOR` | the editor of `.edit`, run by `sh` (default: `vi`) |
      | `$NO_COLOR`, `$TERM` | no colours where the first is not empty or the second is `dumb`; `--color` goes before |
      """;

  private ReferencePages() {}

  /** Every command with its help page, the groups before what is in them. */
  static String commands(CommandLine root) {
    List<String> lines =
        page(
            "Commands",
            "What `--help` prints. At the prompt and in scripts the same commands are written"
                + " `.status`, or `status` where the word cannot begin SQL.");
    addCommand(lines, root);
    return finished(lines);
  }

  /** Every recipe that comes with photocat. */
  static String recipes(RecipeBook book) {
    List<String> lines =
        page(
            "Recipes",
            "Questions that come with photocat: `photocat run NAME key=value …`, or `@NAME"
                + " key=value …` at the prompt. [Write a recipe](../how-to/write-a-recipe.md) tells"
                + " how to add your own.");
    for (String name : book.names()) {
      addRecipe(lines, book.require(name));
    }
    return finished(lines);
  }

  /** Every table and view of the catalogue. */
  static String tables(List<SchemaTable> tables) {
    List<String> lines =
        page(
            "Tables",
            "What is in the catalogue, for SQL. `DESCRIBE name;` shows the columns at the prompt;"
                + " the comments are in the file too, in `duckdb_columns()`.");
    for (SchemaTable table : tables) {
      lines.add("## " + table.name());
      lines.add("");
      lines.add(table.comment() + (table.isView() ? " (a view)." : "."));
      lines.add("");
      if (table.columns().isEmpty()) {
        continue;
      }
      addTable(
          lines,
          List.of("column", "type", "meaning"),
          table.columns().stream()
              .map(column -> List.of("`" + column.name() + "`", column.type(), column.comment()))
              .toList());
    }
    return finished(lines);
  }

  /** Every setting with its standard value. */
  static String settings(List<SettingInfo> settings) {
    List<String> lines =
        page(
            "Settings",
            "Later wins: these defaults, the file `photocat/settings.properties` in"
                + " `$XDG_CONFIG_HOME` (default: `~/.config`), environment variables, `--set"
                + " KEY=VALUE`. `photocat settings` shows which value holds, and why. The file"
                + " `hosts.csv` beside the settings file says how hosts are treated ([columns]"
                + "(../explanation/downloads.md#how-hosts-are-treated)).");
    List<List<String>> rows = new ArrayList<>();
    for (SettingInfo setting : settings) {
      String variable = "PHOTOCAT_" + setting.key().toUpperCase(Locale.ROOT).replaceAll("\\W", "_");
      rows.add(
          List.of(
              "`" + setting.key() + "`",
              OF_THIS_MACHINE.getOrDefault(setting.key(), "`" + setting.value() + "`"),
              setting.meaning(),
              "`" + variable + "`"));
    }
    addTable(lines, List.of("key", "default", "meaning", "variable"), rows);
    lines.add(
        "Sizes are bytes, or such as `64MiB`; durations are ISO 8601, such as `PT10S`. An unknown"
            + " key or a value out of range is refused, with the file and line that holds it."
            + " `PHOTOCAT_CATALOG` names the catalogue, as `--catalog` does.");
    lines.add("");
    return finished(lines);
  }

  /** The prompt: its keys, its own commands, and what it goes by. */
  static String shell() {
    List<String> lines =
        page(
            "The prompt",
            "`photocat` without a command opens it. SQL, [commands](commands.md) and"
                + " [recipes](recipes.md) are typed in the same place; [ask"
                + " questions](../how-to/ask-questions.md) shows how.");
    lines.add("## Keys");
    lines.add("");
    addTable(
        lines,
        List.of("key", "what it does"),
        Stream.of(Key.values()).map(key -> List.of(key.label(), key.meaning())).toList());
    lines.add("## Commands of the prompt");
    lines.add("");
    lines.add(
        "They are there in scripts too, with or without dot, one a line; `.show` needs its dot,"
            + " since SHOW is SQL.");
    lines.add("");
    addTable(
        lines,
        List.of("command", "what it does"),
        DotCommands.all().stream()
            .map(
                command ->
                    List.of(
                        ("`." + command.word() + " " + command.arguments()).strip() + "`",
                        command.summary()))
            .toList());
    lines.addAll(PROMPT_NOTES.lines().toList());
    lines.add("");
    lines.add("## Modes");
    lines.add("");
    addTable(
        lines,
        List.of("mode", "what it writes"),
        Stream.of(OutputMode.values())
            .map(mode -> List.of("`" + mode.word() + "`", mode.meaning()))
            .toList());
    lines.addAll(ENVIRONMENT.lines().toList());
    lines.add("");
    return finished(lines);
  }

  /** Every exit code, and the form of messages. */
  static String errors() {
    List<String> lines =
        page(
            "Errors and exit codes",
            "A failure is one line on standard error, with one next step under it where there is"
                + " one. In a script it begins with file and line, and ends the script. `--debug`"
                + " adds the trace.");
    lines.add("```");
    lines.add("error: unknown command 'stats'");
    lines.add("  hint: did you mean status");
    lines.add("```");
    lines.add("");
    lines.add("Scripts can rely on the exit codes:");
    lines.add("");
    List<List<String>> rows = new ArrayList<>();
    for (ExitStatus kind : ExitStatus.values()) {
      rows.add(List.of(String.valueOf(kind.exitCode()), kind.meaning()));
    }
    addTable(lines, List.of("code", "meaning"), rows);
    lines.add(
        "A closed terminal (SIGHUP) and `kill` (SIGTERM) stop a command as Ctrl-C does, with 129"
            + " and 143.");
    lines.add("");
    lines.add(
        "A bad row of a source or a list, or a dead link, is no failure: it is counted and kept in"
            + " a table (`ingest_rejects`, `shortlist_rejects`, `downloads`). A command that leaves"
            + " rows out or photos undone ends with 3; `collect` for photos only.");
    lines.add("");
    lines.add(
        "Where there is no catalogue, what reads or changes one ends with 4 and makes nothing, not"
            + " even a folder. `ingest`, `shortlist load` and `names`, `override load` and `add`,"
            + " and `collect` make it. The prompt, `-c`, `-f` and pipes work without one: SQL over"
            + " files and databases of yours needs none, and the first statement that is to be kept"
            + " in it, such as `CREATE TABLE` or `BEGIN`, makes it. Whatever makes one says so.");
    lines.add("");
    lines.add("```");
    lines.add("error: there is no catalogue at /data/bess.duckdb, which PHOTOCAT_CATALOG names");
    lines.add(
        "  hint: 'ingest inat-open-data' or 'shortlist load FILE' makes it; --catalog FILE names"
            + " another");
    lines.add("```");
    lines.add("");
    lines.add(
        "A catalogue that cannot be written, as on a read-only medium, is opened for reading only by"
            + " commands that only read and for SQL, which is told; what changes it ends with 4 and"
            + " says why.");
    lines.add("");
    lines.add(
        "While another photocat of yours holds the catalogue, commands run in that process, with the"
            + " same output and exit codes. When it ends before the command does, the exit code is"
            + " 4; run the command again. One that does not answer, as it starts, ends, is stopped"
            + " or serves many others, is waited for (`catalog.wait`, 30 s), and named after 2 s. When"
            + " the time is over, or at once where another program holds the catalogue, the exit code"
            + " is 4:");
    lines.add("");
    lines.add("```");
    lines.add(
        "error: cannot open catalogue bees.duckdb: process 4242 (/usr/bin/duckdb) since"
            + " 2026-11-21T13:00:07Z holds it");
    lines.add(
        "  hint: wait until it ends, or close it; one process at a time can hold a catalogue");
    lines.add("```");
    lines.add("");
    lines.add(
        "When whoever reads standard output goes away (`photocat … | head -1`), the command ends at"
            + " once, in silence, with 0.");
    lines.add("");
    return finished(lines);
  }

  private static void addCommand(List<String> lines, CommandLine command) {
    lines.add("## " + command.getCommandSpec().qualifiedName());
    lines.add("");
    lines.add("```");
    command.setUsageHelpWidth(100);
    command.getUsageMessage(Ansi.OFF).stripTrailing().lines().forEach(lines::add);
    lines.add("```");
    lines.add("");
    for (CommandLine each : visible(command)) {
      addCommand(lines, each);
    }
  }

  /** Returns the commands directly below {@code command}, each once whatever its aliases. */
  static List<CommandLine> visible(CommandLine command) {
    return command.getSubcommands().values().stream()
        .distinct()
        .filter(each -> !each.getCommandSpec().usageMessage().hidden())
        .toList();
  }

  private static void addRecipe(List<String> lines, Recipe recipe) {
    lines.add("## " + recipe.name());
    lines.add("");
    lines.add(recipe.title() + ".");
    if (!recipe.doc().isEmpty()) {
      lines.add("");
      recipe.doc().lines().forEach(lines::add);
    }
    lines.add("");
    if (!recipe.parameters().isEmpty()) {
      addTable(
          lines,
          List.of("parameter", "meaning"),
          recipe.parameters().stream().map(ReferencePages::row).toList());
    }
    lines.add("```");
    for (String example : recipe.examples()) {
      lines.add(("photocat run " + recipe.name() + " " + example).strip());
    }
    lines.add("```");
    lines.add("");
  }

  private static List<String> row(RecipeParameter parameter) {
    return List.of("`" + parameter.declaration() + "`", parameter.doc());
  }

  static void addTable(List<String> lines, List<String> header, List<List<String>> rows) {
    lines.add("| " + String.join(" | ", header) + " |");
    lines.add("| " + header.stream().map(cell -> "---").collect(Collectors.joining(" | ")) + " |");
    for (List<String> row : rows) {
      lines.add(
          "| "
              + row.stream()
                  .map(cell -> cell.replace("|", "\\|"))
                  .collect(Collectors.joining(" | "))
              + " |");
    }
    lines.add("");
  }

  static List<String> page(String title, String introduction) {
    List<String> lines = new ArrayList<>();
    lines.add("# " + title);
    lines.add("");
    lines.add("<!-- Written by DocsTest from the program; edit the program, not this page. -->");
    lines.add("");
    lines.add(introduction);
    lines.add("");
    return lines;
  }

  static String finished(List<String> lines) {
    lines.add("---");
    lines.add(LINKS);
    return String.join("\n", lines) + "\n";
  }
}
