package photocat.source.gbif;

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

  /** Returns the one with this key, empty for another data set. */
  public static Optional<TaxonChecklist> of(String key) {
    return Stream.of(values()).filter(one -> one.key.equalsIgnoreCase(key)).findFirst();
  }
}
