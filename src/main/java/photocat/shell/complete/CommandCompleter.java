package photocat.shell.complete;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import photocat.command.CommandInfo;
import photocat.command.CommandInfo.OptionInfo;
import photocat.shell.RecipeCall;
import photocat.shell.dot.DotCommand;
import photocat.shell.dot.DotCommands;
import photocat.sql.CommandWords;

/** Completes a command line: names, options, recipes and their parameters. */
public final class CommandCompleter {
  private final List<CommandInfo> commands;
  private final RecipeSuggestions recipes;
  private final NameSnapshot jobs;
  private final FileCompleter files;

  CommandCompleter(
      List<CommandInfo> commands, NameSnapshot snapshot, NameSnapshot jobs, FileCompleter files) {
    this.commands = commands;
    this.recipes = new RecipeSuggestions(() -> snapshot, files);
    this.jobs = jobs;
    this.files = files;
  }

  /** Returns what offers {@code command}, typed after {@code prefix}. */
  public static Suggestion suggestion(String prefix, CommandInfo command) {
    return new Suggestion(prefix + command.name(), "commands", command.summary(), true);
  }

  /** Returns what offers each dot command, typed after {@code prefix}. */
  public static Stream<Suggestion> dotCommands(String prefix) {
    return DotCommands.all().stream()
        .map(own -> new Suggestion(prefix + own.word(), "commands", own.summary(), true));
  }

  /**
   * Completes the last word of {@code line}.
   *
   * @param offset where the line begins in the whole text
   */
  Completion complete(String line, int offset) {
    CommandWords.Typed typed = CommandWords.typed(line);
    List<String> before = typed.before().isEmpty() ? List.of("") : typed.before();
    String word = line.substring(typed.start());
    int start = offset + typed.start();
    if (wantsFile(before, word)) {
      return files.inCommand(word, start);
    }
    Optional<RecipeCall> call = RecipeCall.in(before);
    if (call.isPresent() && !word.startsWith("-")) {
      return recipes.arguments(call.get(), word, start);
    }
    return WordCompletion.of(
        word, start, plain -> suggestions(before, plain).filter(each -> each.fits(plain)).toList());
  }

  private Stream<Suggestion> suggestions(List<String> before, String word) {
    String first = before.get(0);
    if (first.isEmpty()) {
      return word.startsWith("@")
          ? recipes.names("@")
          : Stream.concat(
              commands.stream().map(command -> suggestion(".", command)), dotCommands("."));
    }
    String name = first.startsWith(".") ? first.substring(1) : first;
    if (!word.startsWith("-") && RecipeSuggestions.isBeforeName(before)) {
      return recipes.names("");
    }
    Optional<DotCommand> own = DotCommands.find(name);
    if (own.isPresent()) {
      return before.size() == 1 ? own.get().suggestions(commands) : Stream.empty();
    }
    if (!word.startsWith("-") && JobSuggestions.COMMANDS.contains(name)) {
      return new JobSuggestions(jobs).after(before);
    }
    return find(commands, name)
        .map(command -> inside(command, before.subList(1, before.size()), word))
        .orElse(Stream.empty());
  }

  private boolean wantsFile(List<String> before, String word) {
    String name = before.get(0).startsWith(".") ? before.get(0).substring(1) : before.get(0);
    Optional<DotCommand> own = DotCommands.find(name);
    if (own.isPresent() || name.isEmpty()) {
      boolean isForced = before.size() == 2 && before.get(1).equals(DotCommand.FORCE);
      return own.map(DotCommand::takesFile).orElse(false)
          && (before.size() == 1 || isForced)
          && !(own.get().takesForce() && word.startsWith("-"));
    }
    Optional<CommandInfo> command = find(commands, name);
    if (command.isEmpty() || word.startsWith("-")) {
      return false;
    }
    CommandInfo innermost = innermost(command.get(), before.subList(1, before.size()));
    String last = before.get(before.size() - 1);
    Optional<OptionInfo> option =
        innermost.options().stream().filter(each -> each.name().equals(last)).findFirst();
    return option.map(OptionInfo::takesFile).orElse(innermost.takesFile() && !word.isEmpty());
  }

  private static CommandInfo innermost(CommandInfo command, List<String> before) {
    CommandInfo innermost = command;
    for (String typed : before) {
      innermost = find(innermost.subcommands(), typed).orElse(innermost);
    }
    return innermost;
  }

  private static Stream<Suggestion> inside(CommandInfo command, List<String> before, String word) {
    CommandInfo innermost = innermost(command, before);
    String last = before.isEmpty() ? "" : before.get(before.size() - 1);
    List<String> values =
        innermost.options().stream()
            .filter(option -> option.name().equals(last))
            .map(OptionInfo::values)
            .findFirst()
            .orElse(List.of());
    if (!values.isEmpty()) {
      return values.stream().map(value -> new Suggestion(value, "values", "", true));
    }
    Stream<Suggestion> subcommands =
        innermost.subcommands().stream().map(each -> suggestion("", each));
    Stream<Suggestion> options =
        innermost.options().stream()
            .filter(option -> !before.contains(option.name()))
            .map(option -> new Suggestion(option.name(), "options", option.summary(), true));
    return word.startsWith("-") ? options : Stream.concat(subcommands, options);
  }

  private static Optional<CommandInfo> find(List<CommandInfo> among, String name) {
    return among.stream().filter(command -> command.name().equals(name)).findFirst();
  }
}
