package photocat.store.s3;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import photocat.store.Leftovers;
import photocat.store.UploadNotes;

/** Keeps account of uploads in memory. */
final class HeldUploads implements UploadNotes {
  private final Map<String, String> names = new ConcurrentHashMap<>();

  /** Why nothing can be kept; null if it can. */
  @Nullable String refusal;

  @Override
  public void begun(String name, String upload) throws IOException {
    if (refusal != null) {
      throw new IOException(refusal);
    }
    names.put(upload, name);
  }

  @Override
  public void ended(String upload) {
    names.remove(upload);
  }

  /** Returns those that are under way. */
  List<Leftovers.Upload> open() {
    List<Leftovers.Upload> open = new ArrayList<>();
    names.forEach((id, name) -> open.add(new Leftovers.Upload(name, id)));
    return open;
  }
}
