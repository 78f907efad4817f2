package photocat.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.job.ColumnChoice;
import picocli.CommandLine.Option;

/** Which columns of a file of names to read. */
final class NameFileOptions {
  @Option(
      names = "--key",
      paramLabel = "COLUMN",
      description =
          "Column with the key of the taxon (default: wfo_taxon_id, taxon_key, taxon_id, key or id,"
              + " whichever is there)")
  private @Nullable String key;

  @Option(
      names = "--name",
      paramLabel = "COLUMN",
      description =
          "Column with the name (default: the first found of wfo_scientific_name, scientific_name,"
              + " accepted_name, canonical_name, taxon_name, species, taxon and name; for original"
              + " names of wfo_original_name, original_name, verbatim_name, spelling, synonym,"
              + " scientific_name and name)")
  private @Nullable String name;

  ColumnChoice columns() {
    return new ColumnChoice(Optional.ofNullable(key), Optional.ofNullable(name));
  }
}
