package photocat.command;

import java.nio.file.Path;
import java.util.List;
import photocat.file.Outputs;
import photocat.file.Writing;
import photocat.job.AttributionExport;
import photocat.job.Claim;
import photocat.model.Amounts;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who is to be credited, as CSV. */
@Command(
    name = "attribution",
    description = {
      "Write licence and credit of every photo of a manifest as CSV: one file, or"
          + " license_manifest.csv in each taxon's folder.",
      "Columns: wfo_taxon_id, wfo_scientific_name, original_name, photo_filename, photo_url,"
          + " license, login, observer_name, width, height, area_pixels, rank, license_url,"
          + " credit, file_name (below the root), photo_id, photo_page, observation_page."
    },
    footer = "Example: photocat export attribution top10 --out attribution.csv")
final class ExportAttributionCommand extends PhotocatCommand {
  private static final String VERB = "write";

  @Parameters(paramLabel = "NAME", description = "The manifest")
  private String manifest = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "PATH",
      converter = Location.Reader.class,
      description =
          "The file to write, - for standard output; with --per-taxon the folder that holds the"
              + " taxa's folders")
  private Location target = new Location("");

  @Option(
      names = "--per-taxon",
      description = "Write license_manifest.csv into each taxon's folder (default: one file)")
  private boolean perTaxon;

  @Option(
      names = "--force",
      description =
          "Replace files that are there, whoever wrote them (default: only those of an earlier"
              + " export)")
  private boolean force;

  @Mixin private final CreditOptions credit = new CreditOptions();

  ExportAttributionCommand(Context context) {
    super(context);
  }

  @Override
  List<Claim> claims() {
    return isStandardOutput()
        ? List.of(Claim.reading(manifest))
        : List.of(Claim.reading(manifest), Claim.file(path()));
  }

  @Override
  Kind run() {
    if (target.isAddress()) {
      throw PhotocatException.of(
              Kind.USAGE,
              "cannot write attribution to %s: it goes to files of this computer"
                  .formatted(target.typed()))
          .withHint("write it here, then copy it, for example with 'aws s3 cp'");
    }
    AttributionExport export =
        new AttributionExport(
            context().catalog(), context().outputs(), credit.form(), context().cancellation());
    if (isStandardOutput()) {
      export.write(manifest, context().output().rows(OutputMode.CSV));
      return Kind.DONE;
    }
    AttributionExport.Written written =
        export.write(
            manifest,
            new AttributionExport.Target(
                path(), perTaxon, Writing.of(VERB, force), context().output().isSpreadsheetSafe()));
    context()
        .output()
        .note(
            "attribution of %s written to %s (%s)"
                .formatted(
                    Amounts.count(written.photos(), "photo"),
                    path(),
                    Amounts.count(written.files(), "file")));
    return Kind.DONE;
  }

  private boolean isStandardOutput() {
    return !perTaxon && Outputs.isStandardOutput(Path.of(target.typed()));
  }

  private Path path() {
    return context()
        .resolve(perTaxon ? Path.of(target.typed()) : Outputs.read(target.typed(), VERB));
  }
}
