package photocat.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FreeSpaceTest {
  private static final long GIB = 1L << 30;

  private final AtomicLong freeBytes = new AtomicLong(1_000);
  private final AtomicLong nanos = new AtomicLong();
  private final FreeSpaceWatch watch =
      new FreeSpaceWatch(() -> new FreeSpace(freeBytes.get(), 400), nanos::get);

  @Test
  void reserveFollowsTheSizeOfTheVolume() {
    assertThat(FreeSpace.usualReserve(10_000 * GIB)).isEqualTo(2 * GIB);
    assertThat(FreeSpace.usualReserve(100 * GIB)).isEqualTo(GIB);
    assertThat(FreeSpace.usualReserve(GIB)).isEqualTo(64L << 20);
    assertThat(FreeSpace.usualReserve(24L << 20)).isEqualTo(6L << 20);
  }

  @Test
  void roomIsThatOfTheVolumeThatTheFolderWouldLieOn(@TempDir Path folder) {
    FreeSpace room = FreeSpace.at(folder.resolve("not/there/yet"), 5);

    assertThat(room.freeBytes()).isPositive();
    assertThat(room.reserveBytes()).isEqualTo(5);
  }

  @Test
  void closesWhenTheReserveIsTouchedAndOpensWithSomeToSpare() {
    freeBytes.set(399);
    boolean beforeItLooks = watch.isOpen();
    boolean low = after(1);
    freeBytes.set(499);
    boolean barely = after(1);
    freeBytes.set(500);
    boolean enough = after(1);

    assertThat(beforeItLooks).isTrue();
    assertThat(low).isFalse();
    assertThat(barely).isFalse();
    assertThat(enough).isTrue();
    assertThat(watch.room()).isEqualTo(new FreeSpace(500, 400));
  }

  /** A quota of a user, of which the volume says nothing. */
  @Test
  void waitsLongerWhereWritingFailsThoughThereSeemsToBeRoom() {
    watch.full();
    boolean second = after(1);
    boolean third = after(1);
    watch.full();
    boolean soon = after(3);
    boolean later = after(1);

    assertThat(second).isFalse();
    assertThat(third).isTrue();
    assertThat(soon).isFalse();
    assertThat(later).isTrue();
  }

  @Test
  void systemsSayInManyWordsThatThereIsNoRoom() {
    assertThat(StoreFullException.isMeantBy("No space left on device")).isTrue();
    assertThat(StoreFullException.isMeantBy("There is not enough space on the disk")).isTrue();
    assertThat(StoreFullException.isMeantBy("Disk quota exceeded")).isTrue();
    assertThat(StoreFullException.or(new IOException("Input/output error")))
        .isNotInstanceOf(StoreFullException.class);
  }

  private boolean after(int seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    return watch.isOpen();
  }
}
