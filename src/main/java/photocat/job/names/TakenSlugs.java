package photocat.job.names;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Session;
import photocat.model.Column;
import photocat.model.RowSink;

/**
 * Folder names that taxa have, by 64 bits of a hash each: a million of them take 16 MB. One that is
 * free may seem taken once in a hundred million lists, and then gets another name. Not thread-safe.
 */
public final class TakenSlugs {
  private static final long FIRST = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final long MIX = 0xff51afd7ed558ccdL;

  /** A power of two of places, at most half of them filled; 0 is an empty one. */
  private long[] hashes = new long[1 << 10];

  private int size;

  /** Returns those of the shortlist. */
  public static TakenSlugs of(Session session) {
    TakenSlugs taken = new TakenSlugs();
    session.query(
        "shortlist/taken_slugs",
        Map.of(),
        new RowSink() {
          @Override
          public void columns(List<Column> columns) {
            // There is one.
          }

          @Override
          public boolean row(List<@Nullable Object> values) {
            taken.add(String.valueOf(values.get(0)));
            return true;
          }
        });
    return taken;
  }

  /** Tells whether {@code slug} is taken. */
  public boolean contains(String slug) {
    return hashes[place(hashes, hash(slug))] != 0;
  }

  /** Takes {@code slug}. */
  public void add(String slug) {
    put(hash(slug));
    if (++size > hashes.length / 2) {
      long[] before = hashes;
      hashes = new long[before.length * 2];
      for (long hash : before) {
        if (hash != 0) {
          put(hash);
        }
      }
    }
  }

  private void put(long hash) {
    hashes[place(hashes, hash)] = hash;
  }

  /** Returns where {@code hash} is, or the empty place where it belongs. */
  private static int place(long[] hashes, long hash) {
    int place = (int) hash & (hashes.length - 1);
    while (hashes[place] != 0 && hashes[place] != hash) {
      place = (place + 1) & (hashes.length - 1);
    }
    return place;
  }

  private static long hash(String slug) {
    long hash = FIRST;
    for (int i = 0; i < slug.length(); i++) {
      hash = (hash ^ slug.charAt(i)) * PRIME;
    }
    hash = (hash ^ hash >>> 33) * MIX;
    hash ^= hash >>> 33;
    return hash == 0 ? 1 : hash;
  }
}
