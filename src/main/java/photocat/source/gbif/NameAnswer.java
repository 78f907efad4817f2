package photocat.source.gbif;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import photocat.model.OneLine;

/**
 * What GBIF makes of a name, or of a key in a checklist.
 *
 * @param usage the taxon that it found
 * @param accepted the accepted taxon, where that is another
 * @param classification names of the higher taxa, separated by {@code |}
 * @param matchType EXACT, VARIANT, FUZZY, HIGHERRANK, NONE or a newer one
 * @param note GBIF's own words about it
 */
public record NameAnswer(
    Optional<Usage> usage,
    Optional<Usage> accepted,
    String classification,
    String matchType,
    int confidence,
    Optional<String> note) {
  /**
   * A taxon as a checklist has it.
   *
   * @param rank in small letters
   * @param status ACCEPTED, SYNONYM …
   */
  public record Usage(String key, String name, String rank, String status) {}

  /** What to do with an answer. */
  public enum Verdict {
    /** It is what was asked for. */
    MATCHED,
    /** It is spelt otherwise. */
    NEAR,
    /** It is a taxon above. */
    HIGHER,
    /** Several taxa have that name. */
    AMBIGUOUS,
    /** There is none. */
    UNMATCHED;

    /** Returns the word for users. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static NameAnswer of(JsonNode json) {
    JsonNode diagnostics = json.path("diagnostics");
    List<String> higher = new ArrayList<>();
    json.path("classification").forEach(taxon -> higher.add(taxon.path("name").asText()));
    return new NameAnswer(
        usage(json.path("usage")),
        usage(json.path("acceptedUsage")),
        OneLine.whole(String.join("|", higher)),
        OneLine.of(diagnostics.path("matchType").asText("NONE")),
        diagnostics.path("confidence").asInt(),
        Optional.of(diagnostics.path("note").asText())
            .filter(text -> !text.isBlank())
            .map(OneLine::of));
  }

  private static Optional<Usage> usage(JsonNode json) {
    return Optional.of(json.path("key").asText())
        .filter(key -> !key.isBlank())
        .map(
            key ->
                new Usage(
                    key,
                    OneLine.whole(json.path("name").asText()),
                    json.path("rank").asText().toLowerCase(Locale.ROOT),
                    json.path("status").asText()));
  }

  /** Returns what to do with it; only what is exact is taken without asking. */
  public Verdict verdict() {
    boolean areSeveral =
        matchType.equals("AMBIGUOUS")
            || note.filter(text -> text.contains("equal match")).isPresent();
    if (areSeveral) {
      return Verdict.AMBIGUOUS;
    }
    if (usage.isEmpty() || matchType.equals("NONE")) {
      return Verdict.UNMATCHED;
    }
    return switch (matchType) {
      case "EXACT" -> Verdict.MATCHED;
      case "HIGHERRANK" -> Verdict.HIGHER;
      default -> Verdict.NEAR;
    };
  }

  /** Says why it is not what was asked for, empty where it is. */
  public Optional<String> reason() {
    String found = usage.map(Usage::name).orElse("");
    String own =
        switch (verdict()) {
          case MATCHED -> "";
          case NEAR -> "GBIF knows it as " + found;
          case HIGHER -> "GBIF knows only the %s %s".formatted(rank(), found);
          case AMBIGUOUS -> "several taxa have that name";
          case UNMATCHED -> "GBIF knows nothing like it";
        };
    return Optional.of(note.filter(text -> !own.isEmpty()).map((own + ": ")::concat).orElse(own))
        .filter(text -> !text.isEmpty());
  }

  private String rank() {
    return usage.map(Usage::rank).orElse("");
  }
}
