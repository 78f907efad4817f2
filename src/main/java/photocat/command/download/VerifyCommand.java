package photocat.command.download;

import java.util.List;
import java.util.stream.Collectors;
import photocat.command.CatalogUse;
import photocat.command.Context;
import photocat.command.Output;
import photocat.command.PhotocatCommand;
import photocat.job.Claim;
import photocat.job.verify.Verify;
import photocat.job.verify.VerifyReport;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares files with rows. */
@Command(
    name = "verify",
    description = {
      "Compare the files of a manifest with its rows: missing, wrong size, wrong hash, truncated,"
          + " not an image, unreadable, extra.",
      "Every file is read, unless --sizes-only. Findings are kept in the table photo_checks; what"
          + " is missing or broken is fetched by the next 'download start', what cannot be read"
          + " is not. Files are never changed or deleted, and links are not followed. Exit code 3"
          + " if anything is wrong."
    },
    footer = "Example: photocat verify top10")
final class VerifyCommand extends PhotocatCommand {
  @Parameters(paramLabel = "NAME", description = "The manifest")
  private String manifest = "";

  @Mixin private final RootOptions roots = new RootOptions();

  @Option(
      names = "--sizes-only",
      description =
          "Compare names and sizes as a listing tells them, and read no file (default: every file"
              + " is read and hashed)")
  private boolean sizesOnly;

  VerifyCommand(Context context) {
    super(context);
  }

  @Override
  protected CatalogUse use() {
    return CatalogUse.CHANGE;
  }

  @Override
  protected List<Claim> claims() {
    return List.of(Claim.manifest(manifest));
  }

  @Override
  protected ExitStatus run() {
    Output output = context().output();
    VerifyReport report =
        new Verify(
                context().catalog(), output.progress(), context().cancellation(), context().clock())
            .run(new Verify.Request(manifest, roots.choice(context()), sizesOnly));
    if (!report.passedOver().isEmpty()) {
      output.note("passed over what cannot be read: " + report.passedOver());
    }
    if (!report.unread().isEmpty()) {
      output.warn("cannot read " + report.unread());
    }
    if (report.findings().isEmpty()) {
      output.note(
          "%s: %s in %s, %s"
              .formatted(
                  manifest,
                  Amounts.count(report.files(), "file"),
                  report.root(),
                  sizesOnly ? "all there and as large as fetched" : "all whole and as fetched"));
      if (report.files() < report.photos()) {
        output.note(
            "%s of %s not downloaded; 'run missing manifest=%s' lists them"
                .formatted(
                    Amounts.count(report.photos() - report.files()),
                    Amounts.count(report.photos(), "photo"),
                    manifest));
      }
      return ExitStatus.DONE;
    }
    String found =
        report.findings().stream()
            .map(each -> Amounts.count(each.files()) + " " + each.verdict())
            .collect(Collectors.joining(", "));
    output.warn(
        "%s: %s in %s, wrong: %s; 'run checks manifest=%s' lists them"
            .formatted(
                manifest, Amounts.count(report.files(), "file"), report.root(), found, manifest));
    return ExitStatus.PARTIAL;
  }
}
