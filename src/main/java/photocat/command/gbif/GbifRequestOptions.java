package photocat.command.gbif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.job.gbif.GbifRequests;
import picocli.CommandLine.Option;

/** What is asked for beside a file or a list. */
final class GbifRequestOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "DWCA, which alone has photos, SIMPLE_PARQUET or SIMPLE_CSV (default: that of FILE, else"
              + " DWCA)")
  private @Nullable String format;

  @Option(
      names = "--checklist",
      paramLabel = "CHECKLIST",
      description =
          "By whose names and keys records are found: col, the Catalogue of Life, or backbone,"
              + " GBIF's own of before 2026 (default: that of FILE; else backbone where all of its"
              + " keys of taxa are numbers; else col)")
  private @Nullable String checklist;

  @Option(
      names = "--country",
      split = ",",
      paramLabel = "COUNTRY",
      description = "Only records from there, in two letters, such as ZA,NA (default: all)")
  private List<String> countries = new ArrayList<>();

  @Option(
      names = "--license",
      split = ",",
      paramLabel = "LICENSE",
      description =
          "Only records under CC0, CC-BY or CC-BY-NC; their photos may have others (default: all)")
  private List<String> licenses = new ArrayList<>();

  @Option(
      names = "--basis",
      split = ",",
      paramLabel = "BASIS",
      description =
          "Only records that rest on this, such as HUMAN_OBSERVATION or PRESERVED_SPECIMEN"
              + " (default: all)")
  private List<String> bases = new ArrayList<>();

  @Option(
      names = "--year",
      paramLabel = "YEARS",
      description = "Only records of 2020, 1990-2020, 1990- or -2020 (default: all)")
  private @Nullable String years;

  GbifRequests.Options chosen() {
    return new GbifRequests.Options(
        Optional.ofNullable(format),
        Optional.ofNullable(checklist),
        countries,
        licenses,
        bases,
        Optional.ofNullable(years));
  }
}
