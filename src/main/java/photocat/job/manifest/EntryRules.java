package photocat.job.manifest;

import java.util.Locale;

/**
 * What is meant where entries of a list and taxa do not pair up.
 *
 * @param severalTaxa for an entry whose spellings reach several taxa
 * @param sharedTaxa for a taxon that several entries reach
 */
public record EntryRules(SeveralTaxa severalTaxa, SharedTaxa sharedTaxa) {
  /** What becomes of an entry whose spellings reach several taxa. */
  public enum SeveralTaxa {
    REFUSE,
    /** It has the photos of all of them. */
    KEEP,
    /** It is left out. */
    SKIP;

    /** Returns the word that users type. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What becomes of a taxon that several entries reach. */
  public enum SharedTaxa {
    REFUSE,
    /** One entry has its photos: the one that is called like it, else the first by key. */
    MERGE,
    /** Every entry has its photos. */
    KEEP;

    /** Returns the word that manifests are described with. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
