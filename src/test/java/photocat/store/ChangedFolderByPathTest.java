package photocat.store;

import java.nio.file.Path;

/** The same where the system cannot hold a folder open. */
final class ChangedFolderByPathTest extends ChangedFolderTest {
  @Override
  LocalFolder open(Path at, Fsync fsync) {
    return new LocalFolder(at, StoreSettings.DEFAULTS.withFsync(fsync), MARK, FolderByPath::new);
  }
}
