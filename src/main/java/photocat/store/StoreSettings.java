package photocat.store;

import java.util.List;
import photocat.model.setting.Chosen;
import photocat.model.setting.Setting;
import photocat.model.setting.SettingGroup;
import photocat.model.setting.ValueForm;

/**
 * How photos are stored.
 *
 * @param chosen what differs from the usual
 */
public record StoreSettings(Chosen chosen) {
  private static final SettingGroup GROUP = new SettingGroup();

  /** When photos are forced to the disk. */
  public static final Setting<Fsync> FSYNC =
      GROUP.add(
          Setting.of(
                  "store.fsync",
                  Fsync.BATCH,
                  new ValueForm<>(Fsync.class, Fsync::of, Fsync::word, "none, batch or strict"),
                  "When photos are forced to the disk, so that they outlast a power cut: none,"
                      + " batch (before their rows are written) or strict (each before it takes"
                      + " its name)")
              .flag("WHEN", "--fsync"));

  /** Free space below which nothing more is stored; no more than a quarter of a tiny volume. */
  public static final Setting<Long> MIN_FREE =
      GROUP.add(
          Setting.bytes(
              "store.min-free",
              0,
              "Free space on the volume of the photos and on that of the catalogue below which a"
                  + " download pauses; 0 for a hundredth of the volume, 64MiB at least, 2GiB at"
                  + " most"));

  /** What holds unless a user says otherwise. */
  public static final StoreSettings DEFAULTS = new StoreSettings(Chosen.NOTHING);

  /** Returns what can be set. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }

  /** Returns when photos are forced to the disk. */
  public Fsync fsync() {
    return chosen.of(FSYNC);
  }

  /** Returns the free space below which nothing more is stored, 0 for a share of the volume. */
  public long minFreeBytes() {
    return chosen.of(MIN_FREE);
  }

  /** The same with another policy. */
  public StoreSettings withFsync(Fsync fsync) {
    return new StoreSettings(chosen.with(FSYNC, fsync));
  }
}
