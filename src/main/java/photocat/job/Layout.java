package photocat.job;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The folders that the photos of a manifest can lie in. A constant here is a layout. */
public enum Layout {
  TAXON(
      "quercus_robur/",
      true,
      "looking at folders, training that takes labels from them; `export attribution --per-taxon`",
      "s.slug || '/'"),
  FLAT("", false, "some ten thousand photos, programs that want one folder", "''"),
  SHARDED(
      "0123/",
      false,
      "millions of photos of taxa that are very uneven",
      "format('{:04d}/', r.photo_id % 4096)");

  private final String example;
  private final boolean hasTaxonFolders;
  private final String suits;
  private final String folder;

  /**
   * A layout.
   *
   * @param example the folder of photo 123, with a slash behind it, or empty
   * @param hasTaxonFolders whether the photos of a taxon have a folder of their own
   * @param suits what it is good for, for the documentation
   * @param folder the SQL expression of the folder, with a slash behind it, in {@code add_photos}
   */
  Layout(String example, boolean hasTaxonFolders, String suits, String folder) {
    this.example = example;
    this.hasTaxonFolders = hasTaxonFolders;
    this.suits = suits;
    this.folder = folder;
  }

  /** The words, for Tab and help. */
  public static final class Words implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return words().iterator();
    }
  }

  /** Returns the words that users type. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Layout::word).toList();
  }

  /** Returns the layout of that word, which manifests keep. */
  public static Optional<Layout> of(String word) {
    return Arrays.stream(values()).filter(layout -> layout.word().equals(word)).findFirst();
  }

  /** Returns the word that users type. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns an example of a file's path below the root. */
  public String example() {
    return example + "123_large.jpg";
  }

  /** Returns what it is good for. */
  public String suits() {
    return suits;
  }

  /** Tells whether the photos of a taxon have a folder of their own. */
  public boolean hasTaxonFolders() {
    return hasTaxonFolders;
  }

  /** Returns the SQL expression of the folder of a photo. */
  public String folder() {
    return folder;
  }
}
