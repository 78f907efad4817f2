package photocat.job;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The folders that the photos of a manifest can lie in. A constant here is a layout. */
public enum Layout {
  TAXON(
      "quercus_robur/123_large.jpg",
      true,
      "looking at folders, training that takes labels from them; `export attribution --per-taxon`",
      "s.slug || '/'",
      Layout.BY_NUMBER),
  FLAT(
      "123_large.jpg",
      false,
      "some ten thousand photos, programs that want one folder",
      "''",
      Layout.BY_NUMBER),
  SHARDED(
      "0123/123_large.jpg",
      false,
      "millions of photos of taxa that are very uneven",
      "format('{:04d}/', r.photo_id % 4096)",
      Layout.BY_NUMBER),
  INAT_DOWNLOADER(
      "Quercus_robur_images/Quercus-robur_ann_cc-by_456_0.jpg",
      false,
      "programs made for inat_downloader: species, user, licence of the photo, observation, place"
          + " in it; one size a root, since names do not tell it",
      "upper(left(s.slug, 1)) || substr(s.slug, 2) || '_images/'",
      """
      concat_ws(
          '_',
          left(trim(regexp_replace(s.scientific_name, '[^A-Za-z0-9]+', '-', 'g'), '-'), 80),
          left(
              regexp_replace(
                  coalesce(r.login, 'user-' || r.observer_id, 'unknown'), '[^A-Za-z0-9_]+', '-', 'g'
              ),
              60
          ),
          lower(r.license),
          left(
              regexp_replace(
                  coalesce(t.observation_key, r.observation_id::VARCHAR), '[^A-Za-z0-9]+', '-', 'g'
              ),
              60
          ),
          row_number() OVER (
              PARTITION BY r.taxon_number, r.observation_id ORDER BY r.photo_id
          ) - 1
      )""");

  private static final String BY_NUMBER =
      """
      r.photo_id || CASE
          WHEN t.photo_id IS NULL OR contains(t.url_template, '{size}') THEN '_' || $size
          ELSE ''
      END""";

  private final String example;
  private final boolean hasTaxonFolders;
  private final String suits;
  private final String folder;
  private final String name;

  /**
   * A layout.
   *
   * @param example the file of photo 123
   * @param hasTaxonFolders whether the photos of a taxon have a folder of their own
   * @param suits what it is good for, for the documentation
   * @param folder the SQL expression of the folder, with a slash behind it, in {@code add_photos}
   * @param name that of the name of the file, without its ending
   */
  Layout(String example, boolean hasTaxonFolders, String suits, String folder, String name) {
    this.example = example;
    this.hasTaxonFolders = hasTaxonFolders;
    this.suits = suits;
    this.folder = folder;
    this.name = name;
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
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns an example of a file's path below the root. */
  public String example() {
    return example;
  }

  /** Returns what it is good for. */
  public String suits() {
    return suits;
  }

  /** Tells whether the photos of a taxon have a folder of their own. */
  public boolean hasTaxonFolders() {
    return hasTaxonFolders;
  }

  /** Returns the SQL expression of the path of a photo below the root, without its ending. */
  public String path() {
    return "%s || %s".formatted(folder, name);
  }
}
