package photocat.source.lists;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import photocat.model.Checklist;

/**
 * Which columns of a file of names to read.
 *
 * @param role what the file holds, which tells what its columns are usually called
 * @param key the column asked for as the key; empty to find it
 * @param name the column asked for as the name; empty to find it
 * @param source the column that says who spells names so; empty where there is none
 * @param checklists the columns asked for as those with keys of checklists; empty to find them
 * @param isHeadless whether the file has no header, so that columns are known by their numbers
 */
public record NameColumns(
    Role role,
    Optional<String> key,
    Optional<String> name,
    Optional<String> source,
    Map<Checklist, String> checklists,
    boolean isHeadless) {
  private static final List<Set<String>> FROM_NAMES =
      HeaderWords.words("fromname", "from", "originalname", "spelling");
  private static final List<Set<String>> TO_NAMES =
      HeaderWords.words("toname", "to", "correctedname", "name", "taxonid");

  private static final Set<String> OF_OVERRIDES = HeaderWords.union(List.of(FROM_NAMES, TO_NAMES));

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
  }

  /** Tells whether the user named a column. */
  boolean areNamed() {
    return key.isPresent() || name.isPresent() || source.isPresent() || !checklists.isEmpty();
  }

  /** Returns how many of {@code headers} are words that such files have in their headers. */
  int knownWords(List<String> headers) {
    return HeaderWords.count(headers, role == Role.OVERRIDE ? OF_OVERRIDES : HeaderWords.ALL);
  }

  /** Tells whether {@code headers} name what is needed, be it several times. */
  boolean areKnownIn(List<String> headers) {
    try {
      return find(headers).isPresent();
    } catch (AmbiguousColumnsException e) {
      return true;
    }
  }

  /** The same as {@link #find}, empty too where several columns could be meant. */
  Optional<FoundColumns> found(List<String> headers) {
    try {
      return find(headers);
    } catch (AmbiguousColumnsException e) {
      return Optional.empty();
    }
  }

  /**
   * Finds the columns among {@code headers}; empty where they do not hold what is needed.
   *
   * @throws AmbiguousColumnsException when several columns could be meant
   */
  Optional<FoundColumns> find(List<String> headers) throws AmbiguousColumnsException {
    Optional<Integer> keyAt =
        key.isPresent()
            ? asked(headers, key.get(), "the keys", "--key")
            : HeaderWords.first(
                headers,
                role == Role.OVERRIDE ? FROM_NAMES : HeaderWords.KEYS,
                "the keys",
                "--key");
    boolean keyMissing = keyAt.isEmpty() && (role.needsKey() || key.isPresent());
    Optional<Integer> sourceAt =
        source.isPresent()
            ? asked(headers, source.get(), "the sources", "--source-column")
            : Optional.empty();
    boolean sourceMissing = source.isPresent() && sourceAt.isEmpty();
    ChecklistColumns found = checklists(headers, keyAt);
    boolean checklistMissing = found.places().size() < checklists.size();
    Optional<NameParts> parts =
        keyMissing || sourceMissing || checklistMissing ? Optional.empty() : parts(headers, found);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    boolean isOverride = role == Role.OVERRIDE;
    return Optional.of(
        new FoundColumns(
            List.copyOf(headers),
            keyAt,
            parts.get(),
            isOverride ? Optional.empty() : HeaderWords.any(headers, HeaderWords.RANKS),
            isOverride ? Optional.empty() : HeaderWords.any(headers, HeaderWords.AUTHORSHIPS),
            sourceAt,
            spelling(headers, parts.get()),
            found));
  }

  /**
   * Keys beside original names may be those of the accepted names, so that they count where the
   * user says so only.
   */
  private ChecklistColumns checklists(List<String> headers, Optional<Integer> keyAt)
      throws AmbiguousColumnsException {
    if (checklists.isEmpty()) {
      return role == Role.ACCEPTED && !isHeadless
          ? ChecklistColumns.find(headers, keyAt)
          : ChecklistColumns.NONE;
    }
    Map<Checklist, Integer> places = new EnumMap<>(Checklist.class);
    for (Map.Entry<Checklist, String> asked : checklists.entrySet()) {
      asked(headers, asked.getValue(), "the keys of a checklist", "--checklist-key")
          .ifPresent(at -> places.put(asked.getKey(), at));
    }
    return ChecklistColumns.named(places);
  }

  /** Returns the original names that a list with sources has beside the accepted ones. */
  private Optional<Integer> spelling(List<String> headers, NameParts parts)
      throws AmbiguousColumnsException {
    return source.isPresent() && role == Role.ACCEPTED
        ? names(headers, HeaderWords.ORIGINAL_ONLY).filter(at -> at != parts.name())
        : Optional.empty();
  }

  private Optional<NameParts> parts(List<String> headers, ChecklistColumns found)
      throws AmbiguousColumnsException {
    if (name.isPresent()) {
      return asked(headers, name.get(), "the names", "--name")
          .map(at -> NameParts.around(at, headers));
    }
    if (isHeadless) {
      return Optional.of(NameParts.whole(0));
    }
    Optional<Integer> at = names(headers);
    if (at.isEmpty() && found.inPlaceOfNames(headers).isPresent()) {
      at = HeaderWords.endingInSpecies(headers);
    }
    return at.isEmpty() && role == Role.ACCEPTED
        ? found.inPlaceOfNames(headers).map(NameParts::whole)
        : at.map(place -> NameParts.around(place, headers));
  }

  private Optional<Integer> names(List<String> headers) throws AmbiguousColumnsException {
    if (role == Role.OVERRIDE) {
      return names(headers, TO_NAMES);
    }
    Optional<Integer> at =
        names(
            headers,
            role == Role.ACCEPTED ? HeaderWords.acceptedNames() : HeaderWords.originalNames());
    if (at.isEmpty()) {
      at = HeaderWords.ending(headers);
    }
    if (at.isEmpty() && HeaderWords.any(headers, List.of(HeaderWords.GENUS)).isPresent()) {
      at = names(headers, List.of(HeaderWords.EPITHETS));
    }
    if (at.isEmpty() && source.isPresent()) {
      at = names(headers, HeaderWords.ORIGINAL_ONLY);
    }
    if (at.isEmpty()) {
      at = names(headers, HeaderWords.VAGUE_NAMES);
    }
    return at.isEmpty() ? HeaderWords.genusOnly(headers) : at;
  }

  private static Optional<Integer> names(List<String> headers, List<Set<String>> words)
      throws AmbiguousColumnsException {
    return HeaderWords.first(headers, words, "the names", "--name");
  }

  private Optional<Integer> asked(List<String> headers, String asked, String what, String option)
      throws AmbiguousColumnsException {
    if (isHeadless) {
      return Optional.of(asked.strip())
          .filter(number -> number.matches("[1-9][0-9]{0,4}"))
          .map(number -> Integer.parseInt(number) - 1)
          .filter(at -> at < headers.size());
    }
    int exact = headers.indexOf(asked);
    String plain = HeaderWords.plain(asked);
    if (exact >= 0 || plain.isEmpty()) {
      return Optional.of(exact).filter(at -> at >= 0);
    }
    return HeaderWords.first(headers, List.of(Set.of(plain)), what, option);
  }
}
