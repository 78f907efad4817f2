package photocat.command.download;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.stream.Collectors;
import photocat.command.Context;
import photocat.command.Output;
import photocat.job.Job;
import photocat.job.LiveSettings;
import photocat.job.download.Download;
import photocat.job.download.DownloadOptions;
import photocat.job.download.DownloadReport;
import photocat.job.download.DownloadWatcher;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/** Runs a download and tells what it came to. */
final class DownloadRunner {
  private static final int REASONS_SHOWN = 5;

  private DownloadRunner() {}

  static ExitStatus run(Context context, DownloadArguments arguments, boolean retryRefused) {
    Output output = context.output();
    DownloadJson json = new DownloadJson(arguments.isJson() ? output::line : line -> {});
    DownloadOptions options = arguments.options(context, retryRefused);
    DownloadReport report;
    try {
      report =
          new Download(
                  context.catalog(),
                  context.jobs(),
                  output.progress(),
                  context.cancellation(),
                  context.clock())
              .run(
                  options,
                  context.job().map(Job::settings).orElseGet(LiveSettings::new),
                  new DownloadWatcher(output::warn, json::running));
    } catch (PhotocatException e) {
      json.ended(e.kind() == ExitStatus.INTERRUPTED ? "interrupted" : "failed");
      throw e;
    }
    json.ended(report.missing().isEmpty() ? "done" : "partial");
    output.note(summary(arguments.manifest(), report));
    if (report.missing().isEmpty()) {
      return ExitStatus.DONE;
    }
    output.warn(missing(arguments.manifest(), report));
    if (!options.allowsPrivateHosts()
        && report.missing().stream().anyMatch(each -> each.reason().equals("blocked_address"))) {
      output.note(
          "--allow-private-hosts lets 'download start %s' ask private addresses too"
              .formatted(arguments.manifest()));
    }
    report.missing().stream()
        .flatMap(each -> each.notBefore().stream())
        .min(Comparator.naturalOrder())
        .ifPresent(
            at ->
                output.note(
                    "some wait for their host until %s: 'download start %s' goes on then"
                        .formatted(at.truncatedTo(ChronoUnit.SECONDS), arguments.manifest())));
    return ExitStatus.PARTIAL;
  }

  private static String summary(String manifest, DownloadReport report) {
    double seconds = Math.max(1e-3, report.elapsed().toNanos() / 1e9);
    String fetched =
        report.fetched() == 0
            ? "nothing fetched"
            : "%s fetched, %s in %s (%s/s)"
                .formatted(
                    Amounts.count(report.fetched(), "photo"),
                    Amounts.bytes(report.fetchedBytes()),
                    Amounts.duration(report.elapsed()),
                    Amounts.bytes((long) (report.fetchedBytes() / seconds)));
    String adopted =
        report.adopted() == 0 ? "" : ", " + Amounts.count(report.adopted()) + " found there";
    return "%s: %s of %s in %s; %s%s"
        .formatted(
            manifest,
            Amounts.count(report.stored()),
            Amounts.count(report.files(), "file"),
            report.root(),
            fetched,
            adopted);
  }

  private static String missing(String manifest, DownloadReport report) {
    String reasons =
        report.missing().stream()
            .limit(REASONS_SHOWN)
            .map(each -> Amounts.count(each.files()) + " " + words(each))
            .collect(Collectors.joining(", "));
    String more = report.missing().size() > REASONS_SHOWN ? ", …" : "";
    return "%s of %s not stored: %s%s; 'run failures manifest=%s' lists them"
        .formatted(
            Amounts.count(report.files() - report.stored()),
            Amounts.count(report.files(), "file"),
            reasons,
            more,
            manifest);
  }

  private static String words(DownloadReport.Missing missing) {
    return missing.reason().isEmpty()
        ? missing.state()
        : missing.state() + " (" + missing.reason() + ")";
  }
}
