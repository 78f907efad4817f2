package photocat.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line without a command: the shell, a script, or one text. */
@Command(
    name = "photocat",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "A list of species in, a folder of openly licensed photos out.",
    synopsisSubcommandLabel = "[COMMAND]")
public final class RootCommand implements Callable<Integer> {
  private final Callable<Integer> frontEnd;

  @Mixin private final GlobalOptions options;

  @Option(
      names = "-c",
      paramLabel = "TEXT",
      description = "Run TEXT (SQL, a command or a recipe) and leave; may be repeated")
  private final List<String> texts = new ArrayList<>();

  @Option(
      names = "-f",
      paramLabel = "FILE",
      description = "Run the script FILE and leave; - is standard input; may be repeated")
  private final List<Path> files = new ArrayList<>();

  /** A command line that runs {@code frontEnd} when no command is given. */
  public RootCommand(GlobalOptions options, Callable<Integer> frontEnd) {
    this.options = options;
    this.frontEnd = frontEnd;
  }

  @Override
  public Integer call() throws Exception {
    return frontEnd.call();
  }

  /** Returns the global options. */
  public GlobalOptions options() {
    return options;
  }

  /** Returns what {@code -c} gave, in order. */
  public List<String> texts() {
    return List.copyOf(texts);
  }

  /** Returns what {@code -f} gave, in order. */
  public List<Path> files() {
    return List.copyOf(files);
  }
}
