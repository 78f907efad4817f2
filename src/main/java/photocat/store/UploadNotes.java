package photocat.store;

import java.io.IOException;

/** Keeps account of photos on their way into a bucket in parts. Called by any thread. */
public interface UploadNotes {
  /** Keeps none. */
  UploadNotes NONE =
      new UploadNotes() {
        @Override
        public void begun(String name, String upload) {}

        @Override
        public void ended(String upload) {}
      };

  /**
   * The photo {@code name} has been begun under the identifier {@code upload}.
   *
   * @throws IOException if that cannot be kept; the upload is given up then
   */
  void begun(String name, String upload) throws IOException;

  /** The upload is complete, or given up. */
  void ended(String upload);
}
