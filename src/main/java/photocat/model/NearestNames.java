package photocat.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what a person probably meant by a word that names nothing. */
public final class NearestNames {
  private static final int MOST = 3;

  private NearestNames() {}

  /**
   * Returns at most three of {@code names}, the nearest first: those that contain {@code word}, or
   * that few changes of single letters turn into it. Empty when none is near.
   */
  public static List<String> to(String word, Collection<String> names) {
    String wanted = word.toLowerCase(Locale.ROOT);
    int allowed = Math.max(1, wanted.length() / 3);
    return names.stream()
        .filter(name -> distance(wanted, name) <= allowed)
        .sorted(
            Comparator.<String>comparingInt(name -> distance(wanted, name))
                .thenComparing(String::length)
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  /** Letters to insert, delete, replace or swap with their neighbour; 1 for a part of the name. */
  private static int distance(String wanted, String name) {
    String found = name.toLowerCase(Locale.ROOT);
    if (!wanted.isEmpty() && found.contains(wanted)) {
      return 1;
    }
    int[][] cost = new int[wanted.length() + 1][found.length() + 1];
    for (int i = 0; i <= wanted.length(); i++) {
      for (int j = 0; j <= found.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, wanted, found, i, j);
      }
    }
    return cost[wanted.length()][found.length()];
  }

  private static int step(int[][] cost, String wanted, String found, int i, int j) {
    boolean same = wanted.charAt(i - 1) == found.charAt(j - 1);
    int best = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
    best = Math.min(best, cost[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1
            && j > 1
            && wanted.charAt(i - 1) == found.charAt(j - 2)
            && wanted.charAt(i - 2) == found.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
