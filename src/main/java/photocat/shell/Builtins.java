package photocat.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import photocat.command.OutputMode;
import photocat.file.Outputs;
import photocat.file.UserPaths;
import photocat.model.Column;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.shell.render.ChartSink;
import photocat.shell.render.Drawing;
import photocat.shell.render.HistogramSink;
import photocat.shell.render.Rendering;

/** Runs the commands that only the shell and scripts have. */
final class Builtins {
  private final Interpreter interpreter;
  private final InputRules rules;

  Builtins(Interpreter interpreter, InputRules rules) {
    this.interpreter = interpreter;
    this.rules = rules;
  }

  /**
   * Runs one of them.
   *
   * @param words what was typed after its name
   */
  Outcome run(Builtin builtin, List<String> words, Call call) {
    TextOutput output = call.output();
    boolean takesMany = builtin.takesStatement() || builtin == Builtin.HELP;
    int most = takesMany ? Integer.MAX_VALUE : builtin.mostWords();
    if (words.size() > most) {
      throw wrongUsage(builtin, "it was given " + words.size() + " words");
    }
    return switch (builtin) {
      case HELP -> help(words, call);
      case MODE -> mode(words, output);
      case LAST -> last(words, output);
      case CHART -> drawn(ChartSink::new, call);
      case HISTOGRAM -> histogram(words, call);
      case WATCH -> interpreter.watch(call);
      case SHOW -> {
        interpreter.show(words, call);
        yield Outcome.of(Kind.DONE);
      }
      case OPEN -> {
        interpreter.open(words, call);
        yield Outcome.of(Kind.DONE);
      }
      case TIMER -> timer(words, output);
      case OUTPUT -> output(words, false, call);
      case ONCE -> output(words, true, call);
      case READ -> interpreter.read(UserPaths.read(only(builtin, words)), call);
      case EDIT -> interpreter.edit();
      case SAFE -> {
        interpreter.lockIn();
        output.note("files, the network and other programs are out of reach until you leave");
        yield Outcome.of(Kind.DONE);
      }
      case QUIT -> Outcome.leave(Optional.empty());
      case EXIT -> Outcome.leave(words.stream().findFirst().map(Builtins::exitCode));
    };
  }

  private Outcome help(List<String> words, Call call) {
    if (words.isEmpty()) {
      HelpText.lines(rules.commands()).forEach(call.output()::line);
      return Outcome.of(Kind.DONE);
    }
    String asked = words.get(0).startsWith(".") ? words.get(0).substring(1) : words.get(0);
    Optional<Builtin> builtin = Builtin.of(asked);
    if (builtin.isPresent()) {
      HelpText.of(builtin.get()).forEach(call.output()::line);
      return Outcome.of(Kind.DONE);
    }
    List<String> command = new ArrayList<>(words);
    command.set(0, asked);
    command.add("--help");
    return interpreter.command(command, call);
  }

  private static Outcome mode(List<String> words, TextOutput output) {
    if (words.isEmpty()) {
      output.line(output.mode(OutputMode.TABLE).word());
    } else {
      output.display().choose(Optional.of(OutputMode.parse(words.get(0))));
    }
    return Outcome.of(Kind.DONE);
  }

  private static Outcome timer(List<String> words, TextOutput output) {
    String word = words.isEmpty() ? "" : words.get(0).toLowerCase(Locale.ROOT);
    switch (word) {
      case "" -> output.line(output.display().isTimed() ? "on" : "off");
      case "on" -> output.display().time(true);
      case "off" -> output.display().time(false);
      default -> throw wrongUsage(Builtin.TIMER, "'%s' is neither on nor off".formatted(word));
    }
    return Outcome.of(Kind.DONE);
  }

  private Outcome output(List<String> words, boolean once, Call call) {
    boolean force = words.contains(Builtin.FORCE);
    List<String> files = words.stream().filter(word -> !word.equals(Builtin.FORCE)).toList();
    Builtin builtin = once ? Builtin.ONCE : Builtin.OUTPUT;
    if (once) {
      only(builtin, files);
    }
    if (files.size() > 1) {
      throw wrongUsage(builtin, "it was given " + files.size() + " files");
    }
    Display display = call.output().display();
    if (display.file().filter(ResultFile::isOnce).isPresent()) {
      // Its statement has never come.
      display.discard();
    }
    // First, for it may be the same file.
    display.redirect(Optional.empty());
    display.redirect(
        files.stream()
            .findFirst()
            .map(typed -> Outputs.read(typed, ResultFiles.VERB))
            .filter(typed -> !Outputs.isStandardOutput(typed))
            .map(typed -> interpreter.files().create(typed, force, once, call.cancellation())));
    return Outcome.of(Kind.DONE);
  }

  private static String only(Builtin builtin, List<String> words) {
    return words.stream().findFirst().orElseThrow(() -> wrongUsage(builtin, "FILE is missing"));
  }

  private static Outcome last(List<String> words, TextOutput output) {
    OutputMode usual = output.mode(OutputMode.BOX);
    OutputMode mode =
        words.isEmpty()
            ? (usual == OutputMode.TABLE ? OutputMode.BOX : usual)
            : OutputMode.parse(words.get(0));
    return redrawn(Rendering.of(mode), output);
  }

  private Outcome histogram(List<String> words, Call call) {
    boolean isColumn =
        words.size() == 1
            && call.output().display().last().columns().stream()
                .anyMatch(column -> column.name().equalsIgnoreCase(words.get(0)));
    List<Column> columns = call.output().display().last().columns();
    if (!isColumn && words.size() == 1 && words.get(0).matches("\\w+") && !columns.isEmpty()) {
      throw PhotocatException.of(
              Kind.USAGE, "the last result has no column '%s'".formatted(words.get(0)))
          .withHint(
              "it has "
                  + columns.stream().map(Column::name).collect(Collectors.joining(", "))
                  + "; of a table: .histogram SELECT COLUMN FROM TABLE");
    }
    Optional<String> column = isColumn ? Optional.of(words.get(0)) : Optional.empty();
    Drawing drawing = (out, options) -> new HistogramSink(out, options, column);
    return isColumn ? redrawn(drawing, call.output()) : drawn(drawing, call);
  }

  /** Draws the result of the statement that follows the command's name, else the last result. */
  private Outcome drawn(Drawing drawing, Call call) {
    if (call.rest().isEmpty()) {
      return redrawn(drawing, call.output());
    }
    Display display = call.output().display();
    display.draw(Optional.of(drawing));
    try {
      return interpreter.nested(call.restStatement(), call);
    } finally {
      display.draw(Optional.empty());
    }
  }

  private static Outcome redrawn(Drawing drawing, TextOutput output) {
    KeptResult last = output.display().last();
    if (last.columns().isEmpty()) {
      throw PhotocatException.of(Kind.USAGE, "there is no result yet to draw again");
    }
    output.redraw(drawing);
    if (!last.isWhole()) {
      output.note(
          "this was the beginning of the result; .output FILE or mode csv writes all of it");
    }
    return Outcome.of(Kind.DONE);
  }

  private static int exitCode(String word) {
    if (!word.matches("\\d{1,3}") || Integer.parseInt(word) > 255) {
      throw wrongUsage(Builtin.EXIT, "'%s' is no exit code from 0 to 255".formatted(word));
    }
    return Integer.parseInt(word);
  }

  private static PhotocatException wrongUsage(Builtin builtin, String fault) {
    return PhotocatException.of(Kind.USAGE, "cannot run .%s: %s".formatted(builtin.word(), fault))
        .withHint("expected " + HelpText.usage(builtin));
  }
}
