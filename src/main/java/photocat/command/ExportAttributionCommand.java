package photocat.command;

import java.nio.file.Path;
import java.util.List;
import photocat.job.AttributionExport;
import photocat.job.Claim;
import photocat.model.Amounts;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import picocli.CommandLine.Command;
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
          + " credit, file_name (below the root)."
    },
    footer = "Example: photocat export attribution top10 --out attribution.csv")
final class ExportAttributionCommand extends PhotocatCommand {
  @Parameters(paramLabel = "NAME", description = "The manifest")
  private String manifest = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "PATH",
      converter = Location.Reader.class,
      description = "The file to write; with --per-taxon the folder that holds the taxa's folders")
  private Location target = new Location("");

  @Option(
      names = "--per-taxon",
      description = "Write license_manifest.csv into each taxon's folder (default: one file)")
  private boolean perTaxon;

  ExportAttributionCommand(Context context) {
    super(context);
  }

  @Override
  List<Claim> claims() {
    return List.of(Claim.reading(manifest));
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
    Path resolved = Path.of(target.in(context()));
    AttributionExport.Written written =
        new AttributionExport(context().catalog()).write(manifest, resolved, perTaxon);
    context()
        .output()
        .note(
            "attribution of %s written to %s (%s)"
                .formatted(
                    Amounts.count(written.photos(), "photo"),
                    resolved,
                    Amounts.count(written.files(), "file")));
    return Kind.DONE;
  }
}
