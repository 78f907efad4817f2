package photocat.source.gbif;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The checklists that GBIF's records are sorted by. Without one, its interface means BACKBONE. */
public enum TaxonChecklist {
  /** The Catalogue of Life, extended release: that of gbif.org since 2026. */
  COL("7ddf754f-d193-4cc9-b351-99906754a03b"),
  /** GBIF's own of 2023, which changes no more. */
  BACKBONE("d7dddbf4-2cf0-4f39-9b2a-bb099caae36c");

  private final String key;

  TaxonChecklist(String key) {
    this.key = key;
  }

  /** Returns its key among GBIF's data sets. */
  public String key() {
    return key;
  }

  /** Returns the word for users. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns what stands before its keys where keys of several checklists are kept. */
  public String prefix() {
    return this == COL ? "col:" : "gbif:";
  }

  /** Returns the one of this word, empty for another. */
  public static Optional<TaxonChecklist> named(String word) {
    return Stream.of(values()).filter(one -> one.word().equalsIgnoreCase(word)).findFirst();
  }

  /**
   * Tells whether keys are the backbone's: numbers, as in all that was asked before 2026. In
   * another checklist they would mean other taxa, or none.
   */
  static boolean areOfBackbone(List<String> keys) {
    return !keys.isEmpty() && keys.stream().allMatch(key -> key.matches("\\d+"));
  }

  /** Returns the one with this key, empty for another data set. */
  public static Optional<TaxonChecklist> of(String key) {
    return Stream.of(values()).filter(one -> one.key.equalsIgnoreCase(key)).findFirst();
  }
}
