package photocat.command;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only groups others; alone it is wrong usage. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
public abstract class CommandGroup implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public final Integer call() {
    CommandSpec known = Objects.requireNonNull(spec);
    throw new ParameterException(
        known.commandLine(), "%s needs a command".formatted(known.qualifiedName()));
  }
}
