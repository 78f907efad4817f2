package photocat.command.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.job.names.MatchOptions;
import picocli.CommandLine.Option;

/** Which taxa a spelling may mean. */
public final class MatchingOptions {
  private static final String ANY = "any";

  @Option(
      names = "--source",
      split = ",",
      paramLabel = "SOURCE",
      description = "Only taxa of these sources (default: all that have been taken in)")
  private List<String> sources = new ArrayList<>();

  @Option(
      names = "--within",
      paramLabel = "TAXON",
      description =
          "Only taxa with this ancestor, given by name or number; tells homonyms of two kingdoms"
              + " apart (default: all taxa)")
  private @Nullable String within;

  @Option(
      names = "--rank",
      split = ",",
      paramLabel = "RANK",
      description =
          "Only taxa of these ranks, or any; hybrids and subspecies are ranks of their own"
              + " (default: species)")
  private List<String> ranks = new ArrayList<>(List.of("species"));

  @Option(
      names = "--include-inactive",
      description =
          "Also names that their source has retired, where none in use fits (default: no)")
  private boolean includeInactive;

  @Option(
      names = "--exact",
      description = "Of names only equality without regard to case and outer spaces")
  private boolean exact;

  @Option(
      names = "--names-only",
      description =
          "Go by names and overrides, not by the keys that lists have in checklists (default: a key"
              + " goes before the name)")
  private boolean namesOnly;

  /** Returns the sources whose taxa are looked at; empty for all. */
  public List<String> sources() {
    return sources;
  }

  /** Returns how names are matched. */
  public MatchOptions read() {
    List<String> wanted = ranks.contains(ANY) ? List.of() : ranks;
    return new MatchOptions(
        sources, Optional.ofNullable(within), wanted, includeInactive, exact, namesOnly);
  }
}
