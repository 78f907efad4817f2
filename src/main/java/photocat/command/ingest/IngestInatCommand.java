package photocat.command.ingest;

import photocat.catalog.Session;
import photocat.command.Context;
import photocat.command.Output;
import photocat.job.ingest.InatIngest;
import photocat.job.ingest.InatIngest.Ingested;
import photocat.model.Amounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes a bundle of iNaturalist Open Data in. */
@Command(
    name = "inat-open-data",
    description = {
      "Replace iNaturalist's tables in the catalogue by those of an Open Data bundle, all of them"
          + " or none.",
      "The bundle is read as it arrives, without a copy; about 400 MB of work files lie beside the"
          + " catalogue meanwhile. A connection that is cut is resumed. Rows that cannot be loaded"
          + " are kept in the table ingest_rejects; if there are any the exit code is 3."
    },
    footer = {
      "Examples:",
      "  photocat ingest inat-open-data",
      "  photocat ingest inat-open-data --from inaturalist-open-data-20260927.tar.gz"
    })
final class IngestInatCommand extends SourceIngestCommand {
  @Mixin private final BundleOptions bundle = new BundleOptions();

  IngestInatCommand(Context context) {
    super(context);
  }

  @Override
  long ingest(Session session) {
    Ingested ingested =
        new InatIngest(
                session, context().cancellation(), context().output().progress(), context().clock())
            .run(bundle.read(context()));
    tell(ingested);
    return ingested.rejectedRows();
  }

  private void tell(Ingested ingested) {
    Output output = context().output();
    ingested.notes().forEach(output::warn);
    if (ingested.unknownTaxa() > 0) {
      output.note(
          "%s of a taxon that the bundle's taxa lack (some are usual)"
              .formatted(Amounts.count(ingested.unknownTaxa(), "observation")));
    }
    if (ingested.disputedPhotos() > 0) {
      output.note(
          "%s named with several licences, of which the strictest holds"
              .formatted(Amounts.count(ingested.disputedPhotos(), "photo")));
    }
    if (ingested.contradictedRows() > 0) {
      output.note(
          "%s left out that contradict another of the observation or taxon, which holds"
              .formatted(Amounts.count(ingested.contradictedRows(), "row")));
    }
    tellRejected(ingested.rejectedRows());
    output.note(
        "ingested %s of %s, %s from %s%s: %s read in %s"
            .formatted(
                Amounts.count(ingested.photos(), "photo"),
                Amounts.count(ingested.observations(), "observation"),
                Amounts.count(ingested.taxa(), "taxon", "taxa"),
                ingested.origin(),
                ingested.snapshotDate().map(date -> " of " + date).orElse(""),
                Amounts.bytes(ingested.sizeBytes()),
                Amounts.duration(ingested.duration())));
  }
}
