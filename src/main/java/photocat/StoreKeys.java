package photocat;

import photocat.store.Fsync;
import photocat.store.StoreSettings;

/** The settings that begin with {@code store.}. */
final class StoreKeys {
  private static final StoreSettings DEFAULTS = StoreSettings.DEFAULTS;

  private StoreKeys() {}

  static StoreSettings read(SettingValues values) {
    String fsync =
        values.text(
            "store.fsync",
            DEFAULTS.fsync().word(),
            "When photos are forced to the disk, so that they outlast a power cut: none, batch"
                + " (before their rows are written) or strict (each before it takes its name)");
    return new StoreSettings(
        Fsync.of(fsync),
        values.bytes(
            "store.min-free",
            DEFAULTS.minFreeBytes(),
            "Free space on the volume of the photos and on that of the catalogue below which a"
                + " download pauses; 0 for a hundredth of the volume, 64MiB at least, 2GiB at"
                + " most"));
  }
}
