package photocat.command.catalog;

import java.nio.file.Path;
import java.util.List;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.command.TypedPath;
import photocat.file.Outputs;
import photocat.file.Writing;
import photocat.job.CatalogCopy;
import photocat.job.Claim;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A copy of the catalogue for other programs. */
@Command(
    name = "copy",
    description = {
      "Write a copy of the catalogue, as it is at this moment, that Python, R or the DuckDB CLI can"
          + " open while photocat works on.",
      "The file is an ordinary DuckDB database for DuckDB 1.5 and newer, and gets its name when it"
          + " is whole. Photos are not copied."
    },
    footer = "Example: photocat catalog copy copy.duckdb")
final class CatalogCopyCommand extends PhotocatCommand {
  private static final String VERB = "write the copy";

  @Parameters(
      paramLabel = "FILE",
      converter = TypedPath.Reader.class,
      description = "The file to write")
  private TypedPath file = new TypedPath("");

  @Option(names = "--force", description = "Replace FILE if it is there (default: refuse)")
  private boolean force;

  CatalogCopyCommand(Context context) {
    super(context);
  }

  @Override
  protected List<Claim> claims() {
    return List.of(Claim.file(path()));
  }

  @Override
  protected ExitStatus run() {
    Path target = path();
    long bytes =
        new CatalogCopy(context().catalog(), context().cancellation())
            .write(context().outputs().place(target, Writing.of(VERB, force)));
    context().output().note("copy written to %s (%s)".formatted(target, Amounts.bytes(bytes)));
    return ExitStatus.DONE;
  }

  private Path path() {
    if (file.isAddress()) {
      throw PhotocatException.of(
              ExitStatus.USAGE,
              "cannot %s to %s: it goes to a file of this computer".formatted(VERB, file.typed()))
          .withHint("write it here, then copy it, for example with 'aws s3 cp'");
    }
    Path typed = Outputs.read(file.typed(), VERB);
    if (Outputs.isStandardOutput(typed)) {
      throw PhotocatException.of(
              ExitStatus.USAGE, "cannot write a copy of the catalogue to standard output")
          .withHint("write it to a file, then send that");
    }
    return context().resolve(typed);
  }
}
