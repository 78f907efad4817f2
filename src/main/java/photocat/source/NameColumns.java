package photocat.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which columns of a file of names to read.
 *
 * @param role what the file holds, which tells what its columns are usually called
 * @param key the column asked for as the key; empty to find it
 * @param name the column asked for as the name; empty to find it
 */
public record NameColumns(Role role, Optional<String> key, Optional<String> name) {
  // What columns are usually called, the best first, lower case without spaces and signs.
  private static final List<String> KEYS =
      List.of("wfotaxonid", "taxonkey", "taxonid", "key", "id");
  private static final List<String> ACCEPTED_NAMES =
      List.of(
          "wfoscientificname",
          "scientificname",
          "acceptedname",
          "canonicalname",
          "taxonname",
          "species",
          "taxon",
          "name");
  private static final List<String> ORIGINAL_NAMES =
      List.of(
          "wfooriginalname",
          "originalname",
          "verbatimname",
          "verbatimscientificname",
          "spelling",
          "synonym",
          "scientificname",
          "name");
  private static final List<String> FROM_NAMES =
      List.of("fromname", "from", "originalname", "spelling");
  private static final List<String> TO_NAMES =
      List.of("toname", "to", "correctedname", "name", "taxonid");

  /** What a file of names holds. */
  public enum Role {
    /** Accepted names, with or without keys. */
    ACCEPTED,
    /** Original names, which their keys tie to accepted ones. */
    ORIGINAL,
    /** Overrides: the spelling stands in the place of the key. */
    OVERRIDE;

    boolean needsKey() {
      return this != ACCEPTED;
    }

    private List<String> usualKeys() {
      return this == OVERRIDE ? FROM_NAMES : KEYS;
    }

    private List<String> usualNames() {
      return switch (this) {
        case ACCEPTED -> ACCEPTED_NAMES;
        case ORIGINAL -> ORIGINAL_NAMES;
        case OVERRIDE -> TO_NAMES;
      };
    }
  }

  /** The columns found, by their place from 0. */
  record Found(Optional<Integer> key, int name) {}

  /** Tells whether the user named a column. */
  boolean areNamed() {
    return key.isPresent() || name.isPresent();
  }

  /** Finds the columns among {@code headers}; empty where they do not hold what is needed. */
  Optional<Found> find(List<String> headers) {
    Optional<Integer> keyAt = place(headers, key, role.usualKeys());
    Optional<Integer> nameAt = place(headers, name, role.usualNames());
    boolean keyMissing = keyAt.isEmpty() && (role.needsKey() || key.isPresent());
    if (nameAt.isEmpty() || keyMissing) {
      return Optional.empty();
    }
    return Optional.of(new Found(keyAt, nameAt.get()));
  }

  private static Optional<Integer> place(
      List<String> headers, Optional<String> asked, List<String> usual) {
    if (asked.isPresent() && headers.contains(asked.get())) {
      return Optional.of(headers.indexOf(asked.get()));
    }
    List<String> plain = headers.stream().map(NameColumns::plain).toList();
    List<String> wanted = asked.map(NameColumns::plain).map(List::of).orElse(usual);
    return wanted.stream().map(plain::indexOf).filter(at -> at >= 0).findFirst();
  }

  private static String plain(String header) {
    return header.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]+", "");
  }
}
