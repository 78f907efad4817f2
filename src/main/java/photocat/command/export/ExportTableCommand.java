package photocat.command.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.command.Context;
import photocat.command.OutputMode;
import photocat.file.OutputPlace;
import photocat.file.Writing;
import photocat.job.Claim;
import photocat.job.export.InatDownloaderExport;
import photocat.job.export.TableExport;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A table or view as a file of its own. */
@Command(
    name = "table",
    description = {
      "Write a table or view, photocat's or yours, or some of its columns and rows, as Parquet or"
          + " CSV.",
      "Parquet keeps the types of columns and is compressed with Zstandard; its rows come in no"
          + " order. CSV has the rows of a table in the order in which they came in, and those of a"
          + " view sorted by the columns that are written.",
      "With --format inat-downloader NAME is a manifest, and its observations are written as"
          + " inat_downloader does: species_name, observation_id, observation_license (of the"
          + " observation, not of its photos), observer_login, observation_quality,"
          + " observation_date, observation_latidude, observation_longitude."
    },
    footer = {
      "Example: photocat export table candidates --columns photo_id,license --where \"license ="
          + " 'CC0'\" --out free.parquet",
    })
final class ExportTableCommand extends FileExportCommand {
  @Parameters(
      paramLabel = "NAME",
      description =
          "The table or view; with SCHEMA.NAME or DATABASE.SCHEMA.NAME one elsewhere. Double quotes"
              + " go round a name with a dot in it")
  private String table = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "parquet, csv or inat-downloader (default: what the name of the file ends in; csv for"
              + " standard output)")
  private @Nullable Format format;

  @Option(
      names = "--columns",
      paramLabel = "NAMES",
      description =
          "Names of the columns to write, in this order, with commas between (default: all)")
  private @Nullable String columns;

  @Option(
      names = "--where",
      paramLabel = "SQL",
      description =
          "An SQL condition on the columns, such as \"width >= 1024\"; it can change nothing"
              + " (default: all rows)")
  private @Nullable String where;

  /** How the file is written. */
  enum Format {
    PARQUET,
    CSV,
    INAT_DOWNLOADER;

    /** Returns the word that users type, and that names of files end in. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  ExportTableCommand(Context context) {
    super(context);
  }

  /** What is written is the state of one moment, whatever changes meanwhile. */
  @Override
  List<Claim> reads() {
    return List.of();
  }

  @Override
  String write(Path path, Writing how) {
    Format wanted = format == null ? ofEnding() : format;
    OutputPlace place = context().outputs().place(path, how);
    if (wanted == Format.INAT_DOWNLOADER) {
      long observations =
          observations().writeCsv(manifest(), place, context().output().isSpreadsheetSafe());
      return "%s of %s written to %s%s"
          .formatted(Amounts.count(observations, "observation"), table, path, size(place));
    }
    long rows =
        wanted == Format.CSV
            ? export().writeCsv(asked(), place, context().output().isSpreadsheetSafe())
            : export().writeParquet(asked(), place);
    return "%s of %s written to %s%s".formatted(count(rows), table, path, size(place));
  }

  @Override
  String writeToStandardOutput() {
    if (format == Format.PARQUET) {
      throw PhotocatException.of(ExitStatus.USAGE, "cannot write Parquet to standard output")
          .withHint("write it to a file, or take --format csv");
    }
    if (format == Format.INAT_DOWNLOADER) {
      long observations = observations().write(manifest(), context().output().rows(OutputMode.CSV));
      return "%s of %s written to standard output"
          .formatted(Amounts.count(observations, "observation"), table);
    }
    return "%s of %s written to standard output"
        .formatted(count(export().write(asked(), context().output().rows(OutputMode.CSV))), table);
  }

  private Format ofEnding() {
    String name = typed().toLowerCase(Locale.ROOT);
    return Arrays.stream(Format.values())
        .filter(each -> name.endsWith("." + each))
        .findFirst()
        .orElseThrow(
            () ->
                PhotocatException.of(
                        ExitStatus.USAGE,
                        "cannot tell the format of %s: its name ends in neither .parquet nor .csv"
                            .formatted(typed()))
                    .withHint("give --format parquet or --format csv"));
  }

  private TableExport export() {
    return new TableExport(context().catalog(), context().cancellation());
  }

  private InatDownloaderExport observations() {
    return new InatDownloaderExport(context().catalog(), context().cancellation());
  }

  private String manifest() {
    if (columns != null || where != null) {
      throw PhotocatException.of(
              ExitStatus.USAGE,
              "--format inat-downloader has columns and rows of its own, without --columns and"
                  + " --where")
          .withHint("choose what the manifest holds with 'manifest build'");
    }
    return table;
  }

  private TableExport.Asked asked() {
    return new TableExport.Asked(table, Optional.ofNullable(columns), Optional.ofNullable(where));
  }

  private static String count(long rows) {
    return Amounts.count(rows, "row");
  }

  private static String size(OutputPlace place) {
    try {
      return place.isPlain() ? " (%s)".formatted(Amounts.bytes(Files.size(place.file()))) : "";
    } catch (IOException e) {
      return "";
    }
  }
}
