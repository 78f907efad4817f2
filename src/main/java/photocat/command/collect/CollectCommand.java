package photocat.command.collect;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import photocat.command.CatalogUse;
import photocat.command.Context;
import photocat.command.Output;
import photocat.command.PhotocatCommand;
import photocat.command.TypedPath;
import photocat.command.download.ServerOptions;
import photocat.command.download.StoreOptions;
import photocat.command.export.CreditOptions;
import photocat.command.ingest.BundleOptions;
import photocat.command.manifest.ChoiceOptions;
import photocat.command.names.MatchingOptions;
import photocat.command.names.NameFileOptions;
import photocat.file.Writing;
import photocat.job.Claim;
import photocat.job.collect.Collect;
import photocat.job.download.DownloadReport;
import photocat.job.download.RootChoice;
import photocat.job.export.AttributionExport;
import photocat.job.manifest.ManifestBuild;
import photocat.job.manifest.ManifestDefinition;
import photocat.job.names.Shortlist;
import photocat.job.verify.VerifyReport;
import photocat.model.Amounts;
import photocat.model.Column;
import photocat.model.ExitStatus;
import photocat.model.RowSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The whole job at one go. */
@Command(
    name = "collect",
    description = {
      "Do it all: from a list of names to photos, checks and credits.",
      "Ingests a bundle if the catalogue has no snapshot, then runs shortlist load, match, manifest"
          + " build, download start, verify and export attribution. Photos go to DIR/photos or"
          + " ROOT, credits to DIR/attribution.csv. Run it again to go on after an interruption,"
          + " after adding overrides, or after mending the list: the"
          + " manifest is built again, the one before is kept as NAME.1, and no file is moved or"
          + " removed. Exit code 3 if photos are missing or wrong."
    },
    footer =
        "Example: photocat collect species.csv --out plants --license CC0,CC-BY --top 10 --within"
            + " Plantae")
public final class CollectCommand extends PhotocatCommand {
  @Parameters(
      paramLabel = "FILE",
      description = "The list of names: CSV, TSV, XLSX, ODS, Parquet, SQLite or plain text")
  private Path list = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the photos and the credits")
  private Path out = Path.of("");

  @Option(
      names = "--root",
      paramLabel = "ROOT",
      converter = TypedPath.Reader.class,
      description =
          "Folder of the photos, or s3://bucket/prefix; s3://bucket/prefix?endpoint=URL for a"
              + " server other than Amazon's (default: DIR/photos)")
  private @Nullable TypedPath root;

  @Option(
      names = "--manifest",
      paramLabel = "NAME",
      description = "Name of the manifest (default: the name of FILE without its ending)")
  private @Nullable String manifest;

  @Option(
      names = "--list",
      paramLabel = "NAME",
      description =
          "Name of the list in the shortlist; one of that name is replaced (default: the name of"
              + " FILE without its ending)")
  private @Nullable String listName;

  @Mixin private final BundleOptions bundle = new BundleOptions();
  @Mixin private final NameFileOptions columns = new NameFileOptions();
  @Mixin private final MatchingOptions matching = new MatchingOptions();
  @Mixin private final ChoiceOptions choice = new ChoiceOptions();
  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final ServerOptions servers = new ServerOptions();
  @Mixin private final CreditOptions credit = new CreditOptions();

  /** Runs in {@code context}. */
  public CollectCommand(Context context) {
    super(context);
  }

  @Override
  protected CatalogUse use() {
    return CatalogUse.FILL;
  }

  @Override
  protected List<Claim> claims() {
    return List.of(
        Claim.metadata(),
        Claim.names(),
        Claim.manifest(manifestName()),
        Claim.root(photos()),
        Claim.file(credits().path()));
  }

  private AttributionExport.Target credits() {
    return new AttributionExport.Target(
        context().resolve(out).resolve("attribution.csv"),
        false,
        Writing.of("write", false).orElse("move it away, or give another folder with --out"),
        context().output().isSpreadsheetSafe());
  }

  @Override
  protected ExitStatus run() {
    Output output = context().output();
    Path folder = context().resolve(out);
    String name = manifestName();
    Collect.Report report =
        new Collect(
                context().catalog(),
                context().jobs(),
                output.progress(),
                context().cancellation(),
                context().clock())
            .run(
                new Collect.Request(
                    context().resolve(list),
                    Optional.ofNullable(listName),
                    columns.columns(),
                    bundle.read(context()),
                    matching.read(),
                    choice.definition(
                        name,
                        matching.sources(),
                        ManifestDefinition.SHORTLIST,
                        List.of(listName())),
                    servers.options(
                        store.over(context().settings().jobs()),
                        name,
                        RootChoice.of(photos()),
                        folder.resolve("photos"),
                        false),
                    credits(),
                    credit.form(),
                    context().outputs()),
                output::note);
    tell(report, credits().path(), output.rows());
    output.note(next(report, name));
    boolean whole = report.download().missing().isEmpty() && report.verified().findings().isEmpty();
    return whole ? ExitStatus.DONE : ExitStatus.PARTIAL;
  }

  /** Returns what a person does now, in one line. */
  private static String next(Collect.Report report, String manifest) {
    ManifestBuild.Summary chosen = report.chosen();
    if (chosen.matched() < chosen.shortlisted()) {
      return ("next: %s not matched; 'run unmatched' and 'run ambiguous' say why, 'override add'"
              + " decides; then collect again")
          .formatted(
              Amounts.count(chosen.shortlisted() - chosen.matched(), "taxon is", "taxa are"));
    }
    if (!report.download().missing().isEmpty()) {
      return "next: collect again fetches what is missing and may come; 'run failures' says why";
    }
    return "next: 'run gaps manifest=%s' lists taxa with few photos".formatted(manifest);
  }

  private String photos() {
    return root == null ? context().resolve(out).resolve("photos").toString() : root.in(context());
  }

  private String manifestName() {
    return manifest == null ? Shortlist.nameOfList(list) : manifest;
  }

  private String listName() {
    return listName == null ? Shortlist.nameOfList(list) : listName;
  }

  private static void tell(Collect.Report report, Path attribution, RowSink rows) {
    DownloadReport download = report.download();
    rows.columns(
        List.of(
            new Column("item", "VARCHAR"),
            new Column("count", "BIGINT"),
            new Column("detail", "VARCHAR")));
    long faults = report.verified().findings().stream().mapToLong(f -> f.files()).sum();
    rows.row(Arrays.asList("taxa wanted", report.chosen().shortlisted(), null));
    rows.row(Arrays.asList("taxa matched", report.chosen().matched(), null));
    rows.row(Arrays.asList("taxa with photos", report.chosen().taxa(), null));
    rows.row(Arrays.asList("photos chosen", report.chosen().photos(), null));
    rows.row(Arrays.asList("photos there", download.stored(), "in " + report.download().root()));
    rows.row(
        Arrays.asList("photos missing", download.files() - download.stored(), missing(download)));
    rows.row(Arrays.asList("files wrong", faults, wrong(report.verified())));
    rows.row(Arrays.asList("credits", report.credits().photos(), "in " + attribution));
    rows.end();
  }

  private static @Nullable String missing(DownloadReport download) {
    String reasons =
        download.missing().stream()
            .map(
                each ->
                    (Amounts.count(each.files()) + " " + each.state() + " " + each.reason())
                        .strip())
            .collect(Collectors.joining(", "));
    return reasons.isEmpty() ? null : reasons + "; see 'run failures'";
  }

  private static @Nullable String wrong(VerifyReport verified) {
    String verdicts =
        verified.findings().stream()
            .map(each -> Amounts.count(each.files()) + " " + each.verdict())
            .collect(Collectors.joining(", "));
    return verdicts.isEmpty() ? null : verdicts + "; see 'run checks'";
  }
}
