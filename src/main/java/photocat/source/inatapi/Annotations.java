package photocat.source.inatapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What people have noted of an observation in iNaturalist's controlled terms, as far as Darwin Core
 * has a term for it too.
 *
 * @param values by kind, in small letters, several with {@code |} between
 */
public record Annotations(Map<Kind, String> values) {
  /** A controlled attribute, by its number there. */
  public enum Kind {
    LIFE_STAGE(1),
    SEX(9),
    REPRODUCTIVE_CONDITION(12),
    VITALITY(17),
    EVIDENCE(22);

    private final int attribute;

    Kind(int attribute) {
      this.attribute = attribute;
    }
  }

  /** Controlled values by their numbers; "cannot be determined" (20) says nothing. */
  private static final Map<Integer, String> WORDS =
      Map.ofEntries(
          Map.entry(2, "adult"),
          Map.entry(3, "teneral"),
          Map.entry(4, "pupa"),
          Map.entry(5, "nymph"),
          Map.entry(6, "larva"),
          Map.entry(7, "egg"),
          Map.entry(8, "juvenile"),
          Map.entry(10, "female"),
          Map.entry(11, "male"),
          Map.entry(13, "flowers"),
          Map.entry(14, "fruits or seeds"),
          Map.entry(15, "flower buds"),
          Map.entry(16, "subimago"),
          Map.entry(18, "alive"),
          Map.entry(19, "dead"),
          Map.entry(21, "no flowers or fruits"),
          Map.entry(23, "feather"),
          Map.entry(24, "organism"),
          Map.entry(25, "scat"),
          Map.entry(26, "track"),
          Map.entry(27, "bone"),
          Map.entry(28, "molt"),
          Map.entry(29, "gall"),
          Map.entry(30, "egg"),
          Map.entry(31, "hair"),
          Map.entry(32, "leafmine"),
          Map.entry(35, "construction"));

  /** Copies the map. */
  public Annotations {
    values = Map.copyOf(values);
  }

  /** Reads those that more people agree with than not. */
  static Annotations of(JsonNode list) {
    Map<Kind, TreeSet<String>> found = new EnumMap<>(Kind.class);
    for (JsonNode each : list) {
      String word = WORDS.get(number(each, "controlled_value"));
      if (word != null && each.path("vote_score").asInt() >= 0) {
        int attribute = number(each, "controlled_attribute");
        for (Kind kind : Kind.values()) {
          if (kind.attribute == attribute) {
            found.computeIfAbsent(kind, unused -> new TreeSet<>()).add(word);
          }
        }
      }
    }
    Map<Kind, String> values = new EnumMap<>(Kind.class);
    found.forEach((kind, words) -> values.put(kind, String.join("|", words)));
    return new Annotations(values);
  }

  /** Returns what is noted of this kind. */
  public Optional<String> value(Kind kind) {
    return Optional.ofNullable(values.get(kind));
  }

  private static int number(JsonNode annotation, String what) {
    return annotation.path(what + "_id").asInt(annotation.path(what).path("id").asInt());
  }
}
