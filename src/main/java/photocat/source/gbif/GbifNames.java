package photocat.source.gbif;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import photocat.model.OneLine;

/** Has GBIF look names up in one of its checklists. One thread at a time. */
public final class GbifNames {
  private static final String MATCH = "/species/match";

  private final GbifApi api;
  private final TaxonChecklist checklist;

  /** Looks names up in {@code checklist}. */
  public GbifNames(GbifApi api, TaxonChecklist checklist) {
    this.api = api;
    this.checklist = checklist;
  }

  /** Returns which release of the checklist GBIF goes by now, such as {@code COL26.6 XR}. */
  public String release() {
    JsonNode index =
        api.newest(MATCH + "/metadata?checklistKey=" + checklist.key()).path("mainIndex");
    return Stream.of("datasetAlias", "datasetTitle", "clbDatasetKey")
        .map(field -> index.path(field).asText())
        .filter(text -> !text.isBlank())
        .findFirst()
        .map(OneLine::of)
        .orElse("unknown");
  }

  /**
   * Returns what GBIF makes of {@code asked}.
   *
   * @param asked a name, or a key with its checklist, such as {@code gbif:5231190} or {@code
   *     col:4CFXV}
   */
  public NameAnswer find(String asked) {
    String own = checklist.prefix();
    Optional<String> key =
        Optional.of(asked)
            .filter(text -> text.startsWith(own))
            .map(text -> text.substring(own.length()));
    List<String> question =
        key.map(known -> List.of("usageKey", known))
            .orElseGet(
                () ->
                    asked.startsWith(TaxonChecklist.BACKBONE.prefix())
                        ? List.of("scientificNameID", asked)
                        : List.of("scientificName", asked));
    String query =
        "?checklistKey=%s&%s=%s"
            .formatted(
                checklist.key(),
                question.get(0),
                URLEncoder.encode(question.get(1), UTF_8).replace("+", "%20"));
    return NameAnswer.of(api.newest(MATCH + query));
  }
}
