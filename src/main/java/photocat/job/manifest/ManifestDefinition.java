package photocat.job.manifest;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import photocat.job.Layout;

/**
 * What a manifest is to hold.
 *
 * @param name name of the manifest, which no other has
 * @param sources sources of the photos; empty for all that have been taken in. Once checked, the
 *     preferred one first
 * @param label what folders and classes are called by: one of {@link #LABELS}, or a column of all
 *     sources
 * @param lists lists whose taxa are wanted; empty for the whole shortlist
 * @param quality grades of observations wanted, at least one
 * @param licenses licences wanted; empty for all open ones
 * @param size size of the photos: one of {@link #SIZES}
 * @param rankBy how the photos of a taxon are ranked: one of {@link #RANKINGS}; the lower photo
 *     number decides between equals
 * @param top most photos of a taxon, 1 or more; empty for all
 * @param moreThan taxa with this many photos or fewer are left out, 0 or more; empty for none
 * @param perObservation most photos of an observation and taxon, 1 or more; empty for all
 * @param where an SQL condition on the columns of the source's view {@code candidates_SOURCE};
 *     empty for none
 * @param descendants whether photos of subspecies and other descendants count
 * @param layout in which folders the photos are to lie: the word of a {@link Layout}
 * @param entries what is meant where entries of the list and taxa do not pair up
 */
public record ManifestDefinition(
    String name,
    List<String> sources,
    String label,
    List<String> lists,
    List<String> quality,
    List<String> licenses,
    String size,
    String rankBy,
    Optional<Integer> top,
    Optional<Integer> moreThan,
    Optional<Integer> perObservation,
    Optional<String> where,
    boolean descendants,
    String layout,
    EntryRules entries) {
  /** The label that stands for the entries of the shortlist. */
  public static final String SHORTLIST = "shortlist";

  /** Entries of the shortlist, taxa of a rank with all below them, or each taxon by itself. */
  public static final List<String> LABELS =
      List.of(SHORTLIST, "species", "genus", "family", "taxon");

  /** The words among labels, for Tab and help. */
  public static final class Labels implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return LABELS.iterator();
    }
  }

  /** Sizes that iNaturalist keeps of each photo, the largest first. */
  public static final List<String> SIZES =
      List.of("original", "large", "medium", "small", "thumb", "square");

  /** Ways to rank photos: largest, newest or oldest first, or by number. */
  public static final List<String> RANKINGS = List.of("area", "newest", "oldest", "id");

  /** Copies the lists. */
  public ManifestDefinition {
    sources = List.copyOf(sources);
    lists = List.copyOf(lists);
    quality = List.copyOf(quality);
    licenses = List.copyOf(licenses);
  }

  /** Tells whether the shortlist says what is wanted. */
  boolean isOfShortlist() {
    return label.equals(SHORTLIST);
  }

  /** Tells whether a column says what photos are sorted by. */
  boolean isOfColumn() {
    return !LABELS.contains(label);
  }

  /** The same under another name. */
  ManifestDefinition named(String newName) {
    return new ManifestDefinition(
        newName,
        sources,
        label,
        lists,
        quality,
        licenses,
        size,
        rankBy,
        top,
        moreThan,
        perObservation,
        where,
        descendants,
        layout,
        entries);
  }
}
