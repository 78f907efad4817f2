package photocat.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps what a listing tells. */
public final class HeldListing implements Listing {
  public final Map<String, Long> files = new TreeMap<>();
  final List<Unread> unread = new ArrayList<>();

  @Override
  public void file(String name, long sizeBytes) {
    files.put(name, sizeBytes);
  }

  @Override
  public void unread(Unread one) {
    unread.add(one);
  }
}
