package photocat.command.download;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import photocat.command.Output;
import photocat.command.OutputMode;
import photocat.job.download.DownloadPlan;
import photocat.model.Amounts;
import photocat.model.Column;
import photocat.model.RowSink;

/** Shows the plan of a download: a row for programs, a sentence for people. */
final class PlanOutput {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("manifest", "VARCHAR"),
          new Column("root", "VARCHAR"),
          new Column("files", "BIGINT"),
          new Column("found_files", "BIGINT"),
          new Column("photos", "BIGINT"),
          new Column("size_bytes", "BIGINT"),
          new Column("bytes_per_second", "BIGINT"),
          new Column("seconds", "BIGINT"),
          new Column("free_bytes", "BIGINT"),
          new Column("fits", "BOOLEAN"));

  private PlanOutput() {}

  static void show(Output output, String manifest, DownloadPlan plan) {
    RowSink rows = output.rows(OutputMode.LINE);
    rows.columns(COLUMNS);
    rows.row(
        Arrays.asList(
            manifest,
            plan.root(),
            plan.files(),
            plan.foundFiles(),
            plan.photos(),
            plan.sizeBytes(),
            orNull(plan.bytesPerSecond()),
            orNull(plan.seconds()),
            orNull(plan.freeBytes()),
            plan.fits()));
    rows.end();
    if (!plan.passedOver().isEmpty()) {
      output.note("passed over what cannot be read: " + plan.passedOver());
    }
    if (!plan.unread().isEmpty()) {
      output.warn(
          "cannot read %s; all photos there count as to be fetched".formatted(plan.unread()));
    }
    if (plan.guessedPhotos() > 0) {
      output.note(
          "the size of %s is a guess: nothing was fetched from there yet"
              .formatted(Amounts.count(plan.guessedPhotos(), "photo")));
    }
    if (plan.bytesPerSecond().isEmpty()) {
      output.note("no download yet to measure the speed of; name one with --at 20MB/s");
    }
    if (!plan.fits()) {
      output.warn(
          "%s needed and %s left free, %s there: the download would pause"
              .formatted(
                  Amounts.bytes(plan.sizeBytes()),
                  Amounts.bytes(plan.reserveBytes()),
                  Amounts.bytes(plan.freeBytes().orElse(0))));
    }
    output.note("nothing was fetched or written");
  }

  private static @Nullable Long orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }
}
