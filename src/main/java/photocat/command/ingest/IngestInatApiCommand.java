package photocat.command.ingest;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Session;
import photocat.command.Context;
import photocat.command.Output;
import photocat.command.WebAddress;
import photocat.job.ingest.InatApiIngest;
import photocat.job.ingest.InatApiIngest.Ingested;
import photocat.job.ingest.InatChoice;
import photocat.model.Amounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes observations of species in that iNaturalist's API tells of. */
@Command(
    name = "inat-api",
    description = {
      "Ask iNaturalist's API for observations of the species of a list, and take them in with their"
          + " photos.",
      "For some thousand species, newest identifications and photos that are not openly licensed;"
          + " whoever wants more takes 'ingest inat-open-data'. It asks 50 times a minute and 9,500"
          + " times a day at most, over all runs. What came is kept as it comes: the same command"
          + " goes on where it was stopped, and later behind the last observation of each species."
          + " Names that iNaturalist does not know are kept in the table ingest_rejects; if there"
          + " are any the exit code is 3."
    },
    footer = {
      "Examples:",
      "  photocat ingest inat-api --species species.csv",
      "  photocat ingest inat-api --from-shortlist --observations 1000 --license cc0,cc-by"
    })
final class IngestInatApiCommand extends SourceIngestCommand {
  @Option(
      names = "--species",
      paramLabel = "FILE",
      description =
          "A list of names, in any form that 'shortlist load' takes; its column start_id says"
              + " behind which observation to begin, inat_id iNaturalist's number of the taxon"
              + " (default: species.csv)")
  private @Nullable Path species;

  @Option(
      names = "--from-shortlist",
      description =
          "Ask for the taxa of the shortlist, by the numbers that match has found, else by their"
              + " names (default: --species)")
  private boolean fromShortlist;

  @Option(
      names = "--observations",
      paramLabel = "N",
      description = "At most N observations of each species, the oldest first (default: 200)")
  private int observations = 200;

  @Option(
      names = "--quality",
      paramLabel = "GRADE",
      description =
          "Grade of the observations: research, needs_id, casual or any (default: research)")
  private String quality = "research";

  @Option(
      names = "--license",
      split = ",",
      paramLabel = "LICENSE",
      description =
          "Licences of the photos, such as cc0,cc-by; any is all but all rights reserved, which is"
              + " arr (default: any)")
  private List<String> licenses = new ArrayList<>();

  @Option(
      names = "--place",
      split = ",",
      paramLabel = "NUMBER",
      description =
          "Numbers of iNaturalist's places, of which one must hold the observation (default:"
              + " anywhere)")
  private List<Long> places = new ArrayList<>();

  @Option(
      names = "--d1",
      paramLabel = "DAY",
      description =
          "Only what was observed on this day, as 2026-05-31, or later (default: any day)")
  private @Nullable LocalDate from;

  @Option(
      names = "--d2",
      paramLabel = "DAY",
      description = "Only what was observed on this day or before (default: any day)")
  private @Nullable LocalDate to;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "Name in the catalogue; one of that name is gone on with, or replaced where other"
              + " observations are wanted (default: the name of FILE without its ending, or"
              + " shortlist)")
  private @Nullable String name;

  @Option(
      names = "--anew",
      description =
          "Ask for all again, so that licences and identifications are those of today (default: go"
              + " on behind the last observation of each species)")
  private boolean anew;

  @Option(
      names = "--api",
      paramLabel = "URL",
      converter = WebAddress.class,
      description = "Another interface of the same kind (default: the setting inat.api)")
  private @Nullable URI api;

  IngestInatApiCommand(Context context) {
    super(context);
  }

  @Override
  long ingest(Session session) {
    InatChoice choice =
        new InatChoice(
            Optional.ofNullable(species).map(context()::resolve),
            fromShortlist,
            Optional.ofNullable(name),
            observations,
            quality,
            licenses,
            places,
            Optional.ofNullable(from),
            Optional.ofNullable(to),
            anew,
            Optional.ofNullable(api).map(URI::toString));
    Output output = context().output();
    Ingested ingested =
        new InatApiIngest(
                session,
                context().cancellation(),
                output.progress(),
                context().clock(),
                output::note)
            .run(
                choice.request(
                    context().resolve(Path.of("species.csv")), context().settings().jobs()));
    tell(ingested);
    if (ingested.ended().isPresent()) {
      throw ingested.ended().get();
    }
    return ingested.rejectedRows();
  }

  private void tell(Ingested ingested) {
    Output output = context().output();
    if (ingested.leftOut() > 0) {
      output.note(
          "%s of these observations under other licences left out"
              .formatted(Amounts.count(ingested.leftOut(), "photo")));
    }
    tellRejected(ingested.rejectedRows());
    output.note(
        "ingested %s of %s in %s: %s, %s of them under an open licence"
            .formatted(
                Amounts.count(ingested.observations(), "observation"),
                Amounts.count(ingested.species(), "species", "species"),
                Amounts.duration(ingested.duration()),
                Amounts.count(ingested.photos(), "photo"),
                Amounts.count(ingested.openPhotos())));
  }
}
