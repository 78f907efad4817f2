package photocat.command.export;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.command.TypedPath;
import photocat.file.Outputs;
import photocat.file.Writing;
import photocat.job.Claim;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import picocli.CommandLine.Option;

/**
 * A command that writes something of the catalogue into a file that the user names, or to standard
 * output. What is here holds for all exports; each says what it reads and how it writes that.
 */
abstract class FileExportCommand extends PhotocatCommand {
  private static final String VERB = "write";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "PATH",
      converter = TypedPath.Reader.class,
      description = "The file to write, - for standard output")
  private TypedPath target = new TypedPath("");

  @Option(
      names = "--force",
      description =
          "Replace files that are there, whoever wrote them (default: refuse; 'export attribution'"
              + " replaces its own)")
  private boolean force;

  FileExportCommand(Context context) {
    super(context);
  }

  /** Returns what is read, so that it does not vanish meanwhile. */
  abstract List<Claim> reads();

  /** Writes to {@code path} and returns what to tell of it: {@code 3 photos written to PATH}. */
  abstract String write(Path path, Writing how);

  /** Writes to standard output and returns what to tell of it; empty for nothing. */
  abstract String writeToStandardOutput();

  /** Tells whether several files go into the folder that was named. */
  boolean writesFolder() {
    return false;
  }

  /** Returns the path as it was typed. */
  final String typed() {
    return target.typed();
  }

  @Override
  protected final List<Claim> claims() {
    return isStandardOutput()
        ? reads()
        : Stream.concat(reads().stream(), Stream.of(Claim.file(path()))).toList();
  }

  @Override
  protected final ExitStatus run() {
    if (target.isAddress()) {
      throw PhotocatException.of(
              ExitStatus.USAGE,
              "cannot write the export to %s: it goes to files of this computer"
                  .formatted(target.typed()))
          .withHint("write it here, then copy it, for example with 'aws s3 cp'");
    }
    String told =
        isStandardOutput() ? writeToStandardOutput() : write(path(), Writing.of(VERB, force));
    if (!told.isEmpty()) {
      context().output().note(told);
    }
    return ExitStatus.DONE;
  }

  private boolean isStandardOutput() {
    return !writesFolder() && Outputs.isStandardOutput(Path.of(target.typed()));
  }

  private Path path() {
    return context()
        .resolve(writesFolder() ? Path.of(target.typed()) : Outputs.read(target.typed(), VERB));
  }
}
