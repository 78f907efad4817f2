package photocat.command.export;

import java.nio.file.Path;
import java.util.List;
import photocat.command.Context;
import photocat.command.OutputMode;
import photocat.file.Writing;
import photocat.job.Claim;
import photocat.job.export.AttributionExport;
import photocat.model.Amounts;
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
final class ExportAttributionCommand extends FileExportCommand {
  @Parameters(paramLabel = "NAME", description = "The manifest")
  private String manifest = "";

  @Option(
      names = "--per-taxon",
      description =
          "Write license_manifest.csv into each taxon's folder; --out names the folder that holds"
              + " these (default: one file)")
  private boolean perTaxon;

  @Mixin private final CreditOptions credit = new CreditOptions();

  ExportAttributionCommand(Context context) {
    super(context);
  }

  @Override
  List<Claim> reads() {
    return List.of(Claim.reading(manifest));
  }

  @Override
  boolean writesFolder() {
    return perTaxon;
  }

  @Override
  String write(Path path, Writing how) {
    boolean spreadsheetSafe = context().output().isSpreadsheetSafe();
    AttributionExport.Written written =
        export()
            .write(manifest, new AttributionExport.Target(path, perTaxon, how, spreadsheetSafe));
    return "attribution of %s written to %s (%s)"
        .formatted(
            Amounts.count(written.photos(), "photo"), path, Amounts.count(written.files(), "file"));
  }

  @Override
  String writeToStandardOutput() {
    export().write(manifest, context().output().rows(OutputMode.CSV));
    return "";
  }

  private AttributionExport export() {
    return new AttributionExport(
        context().catalog(), context().outputs(), credit.form(), context().cancellation());
  }
}
