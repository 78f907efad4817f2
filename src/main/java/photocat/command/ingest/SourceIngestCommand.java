package photocat.command.ingest;

import java.util.List;
import photocat.catalog.Session;
import photocat.command.CatalogUse;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.job.Claim;
import photocat.job.ingest.WorkFolders;
import photocat.model.Amounts;
import photocat.model.ExitStatus;

/** Takes a snapshot of a source in. */
abstract class SourceIngestCommand extends PhotocatCommand {
  SourceIngestCommand(Context context) {
    super(context);
  }

  @Override
  protected final CatalogUse use() {
    return CatalogUse.FILL;
  }

  @Override
  protected final List<Claim> claims() {
    return List.of(Claim.metadata());
  }

  @Override
  protected final ExitStatus run() {
    context().workFolder().ifPresent(WorkFolders::removeLeft);
    try (Session session = context().openSession()) {
      return ingest(session) == 0 ? ExitStatus.DONE : ExitStatus.PARTIAL;
    }
  }

  /** Takes it in, tells what came of it, and returns the number of rejected rows. */
  abstract long ingest(Session session);

  /** Warns of rows that are kept apart. */
  final void tellRejected(long rejected) {
    if (rejected > 0) {
      context()
          .output()
          .warn(
              "%s could not be loaded; the table ingest_rejects says which and why"
                  .formatted(Amounts.count(rejected, "row")));
    }
  }
}
