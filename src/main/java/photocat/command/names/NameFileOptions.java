package photocat.command.names;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.job.names.ColumnChoice;
import photocat.model.Checklist;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which columns of a file of names to read. */
public final class NameFileOptions {
  @Option(
      names = "--key",
      paramLabel = "COLUMN",
      description =
          "Column with the key of the taxon (default: wfo_taxon_id, taxon_key, taxon_id,"
              + " accepted_taxon_key, usage_key, key or id, whichever is there)")
  private @Nullable String key;

  @Option(
      names = "--name",
      paramLabel = "COLUMN",
      description =
          "Column with the name (default: the likeliest, such as scientific_name, latin_name,"
              + " species, genus with species or epithet, or name; for original names"
              + " original_name, verbatim_name, spelling, synonym and the like)")
  private @Nullable String name;

  @Option(
      names = "--source-column",
      paramLabel = "COLUMN",
      description =
          "Column that says of each row who spells the name so, for a file of several sources")
  private @Nullable String source;

  @Option(
      names = "--checklist-key",
      split = ",",
      paramLabel = "CHECKLIST=COLUMN",
      description =
          "Column with keys of gbif, col, wfo, ipni or inat, by which 'match' finds the taxon"
              + " before it looks at the name, such as inat=taxon_id (default: in lists of accepted"
              + " names those that are called so, such as gbif_id, taxonKey or inat_taxon_id, or"
              + " hold LSIDs or addresses of pages)")
  private Map<String, String> checklists = new LinkedHashMap<>();

  @Option(
      names = "--no-header",
      description =
          "The first row is no header: columns are called 1, 2, 3 and so on, and the names are in"
              + " the first, or in --name NUMBER")
  private boolean headless;

  @Mixin private final ListPartOptions part = new ListPartOptions();

  /** Returns the part and the columns of the file that were chosen. */
  public ColumnChoice columns() {
    return new ColumnChoice(
        Optional.ofNullable(key),
        Optional.ofNullable(name),
        Optional.ofNullable(source),
        checklists(),
        headless,
        part.sheet(),
        part.table());
  }

  private Map<Checklist, String> checklists() {
    Map<Checklist, String> columns = new EnumMap<>(Checklist.class);
    checklists.forEach(
        (word, column) ->
            columns.put(
                Checklist.of(word.strip())
                    .orElseThrow(
                        () ->
                            PhotocatException.of(
                                    ExitStatus.USAGE,
                                    "no checklist is called \"%s\"".formatted(word))
                                .withHint("--checklist-key may name gbif, col, wfo, ipni, inat")),
                column));
    return columns;
  }
}
