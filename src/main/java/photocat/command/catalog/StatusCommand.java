package photocat.command.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Session;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.job.download.DownloadSums;
import photocat.model.Column;
import photocat.model.ExitStatus;
import photocat.model.RowSink;
import picocli.CommandLine.Command;

/** What is in the catalogue. */
@Command(
    name = "status",
    description = {
      "Show what is in the catalogue.",
      "Sections: the newest snapshot and its tables, names by how they matched, manifests,"
          + " downloads by state with their bytes, what the last verify found, and the newest"
          + " failures."
    },
    footer = "Example: photocat status")
final class StatusCommand extends PhotocatCommand {
  StatusCommand(Context context) {
    super(context);
  }

  @Override
  protected ExitStatus run() {
    Counted counted = new Counted(context().output().rows());
    try (Session session = context().openSession()) {
      new DownloadSums(session).mend();
      session.query("status/overview", Map.of(), counted);
    }
    if (counted.isEmpty) {
      String which = context().catalog().file().map(file -> " " + file).orElse("");
      context()
          .output()
          .note(
              "the catalogue%s is empty; 'ingest inat-open-data' begins to fill it"
                  .formatted(which));
    }
    context()
        .server()
        .ifPresent(server -> context().output().note("the catalogue is held by " + server));
    return ExitStatus.DONE;
  }

  /** Passes rows on and remembers whether there were any. */
  private static final class Counted implements RowSink {
    private final RowSink target;
    private boolean isEmpty = true;

    Counted(RowSink target) {
      this.target = target;
    }

    @Override
    public void columns(List<Column> columns) {
      target.columns(columns);
    }

    @Override
    public boolean row(List<@Nullable Object> values) {
      isEmpty = false;
      return target.row(values);
    }

    @Override
    public void end() {
      target.end();
    }
  }
}
