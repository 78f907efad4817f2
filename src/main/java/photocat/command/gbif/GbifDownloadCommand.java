package photocat.command.gbif;

import photocat.catalog.Session;
import photocat.command.CatalogUse;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.job.gbif.GbifContext;
import photocat.model.ExitStatus;

/** Does something with downloads of GBIF. */
abstract class GbifDownloadCommand extends PhotocatCommand {
  GbifDownloadCommand(Context context) {
    super(context);
  }

  @Override
  protected CatalogUse use() {
    return CatalogUse.FILL;
  }

  @Override
  protected final ExitStatus run() {
    try (Session session = context().openSession()) {
      return run(
          new GbifContext(
              session,
              context().settings().jobs(),
              context()::resolve,
              context().cancellation(),
              context().output()::note,
              context().output().progress(),
              context().clock()));
    }
  }

  /** Does it. */
  abstract ExitStatus run(GbifContext gbif);
}
