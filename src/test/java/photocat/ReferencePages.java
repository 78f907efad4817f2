package photocat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import photocat.catalog.Recipe;
import photocat.catalog.RecipeBook;
import photocat.catalog.RecipeParameter;
import photocat.command.SettingInfo;
import photocat.model.Kind;
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
            "Questions that come with photocat: `photocat run NAME key=value …`, or"
                + " `@NAME key=value …` at the prompt. [Write a recipe](../how-to/write-a-recipe.md)"
                + " tells how to add your own.");
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
                + " KEY=VALUE`. `photocat settings` shows which value holds, and why.");
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
    for (Kind kind : Kind.values()) {
      rows.add(List.of(String.valueOf(kind.exitCode()), kind.meaning()));
    }
    addTable(lines, List.of("code", "meaning"), rows);
    lines.add(
        "A bad row of a source or a dead link is no failure: it is counted and kept in a table"
            + " (`ingest_rejects`, `downloads`). A command that leaves photos undone ends with 3.");
    lines.add("");
    lines.add(
        "While another photocat of yours holds the catalogue, commands run in that process, with the"
            + " same output and exit codes. When it ends before the command does, the exit code is"
            + " 4; run the command again. A program that does not answer is named with its number,"
            + " and the exit code is 4 too:");
    lines.add("");
    lines.add("```");
    lines.add("error: cannot open catalogue bees.duckdb: process 4242 (/usr/bin/duckdb) holds it");
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
