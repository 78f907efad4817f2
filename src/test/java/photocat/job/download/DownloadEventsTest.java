package photocat.job.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import photocat.catalog.Catalog;
import photocat.catalog.NewCatalog;
import photocat.catalog.Session;
import photocat.catalog.TestSql;
import photocat.fetch.FetchOutcome.Stored;
import photocat.fetch.FetchState;
import photocat.fetch.Transfer;
import photocat.image.PhotoDigest;
import photocat.model.Cancellation;
import photocat.model.PhotocatException;
import photocat.store.FreeSpace;
import photocat.store.FreeSpaceWatch;
import photocat.store.LocalFolder;
import photocat.store.PhotoPart;
import photocat.store.PhotoStore;

/** A writer that fails, at whatever moment: nobody waits for it, and the reason is told. */
@Timeout(20)
final class DownloadEventsTest {
  private Catalog catalog;
  private Session session;

  @BeforeEach
  void open() {
    catalog = NewCatalog.inMemory();
    session = catalog.openSession();
  }

  @AfterEach
  void close() {
    session.close();
    catalog.close();
  }

  @Test
  void lastBatchIsWrittenBeforeTheEnd() {
    DownloadEvents events = events(new Unforced(null));
    events.add(stored(1, "1.jpg"));
    events.close();

    assertThat(TestSql.rows(catalog, "SELECT count(*) FROM download_events")).containsExactly("1");
  }

  @Test
  void failureOfTheLastBatchEndsTheRunWithItsReason() {
    DownloadEvents events = events(new Unforced(new IOException("Input/output error")));
    events.add(stored(1, "1.jpg"));

    assertThatThrownBy(events::close)
        .isInstanceOf(PhotocatException.class)
        .hasMessage("cannot force photos to the disk: Input/output error");
    assertThat(TestSql.rows(catalog, "FROM download_events")).isEmpty();
  }

  /** Linux does not force what lies in /proc. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void fileSystemThatForcesNothingIsToldWithTheNextStep() {
    DownloadEvents events = events(new LocalFolder(Path.of("/proc/self")));
    events.add(stored(1, "comm"));

    assertThatThrownBy(events::close)
        .asInstanceOf(type(PhotocatException.class))
        .satisfies(
            e -> {
              assertThat(e.message())
                  .isEqualTo("cannot force photos to the disk: Invalid argument");
              assertThat(e.hint())
                  .hasValue("this file system cannot force files to the disk: add --fsync none");
            });
  }

  @Test
  void failureOfTheCatalogueInTheLastBatchEndsTheRun() {
    DownloadEvents events = events(new Unforced(null));
    TestSql.rows(catalog, "DROP VIEW downloads");
    TestSql.rows(catalog, "DROP TABLE download_events");
    events.add(stored(1, "1.jpg"));

    assertThatThrownBy(events::close).isInstanceOf(PhotocatException.class);
  }

  @Test
  void errorEndsTheRunToo() {
    DownloadEvents events = events(new Unforced(new StackOverflowError("a bug")));
    events.add(stored(1, "1.jpg"));

    assertThatThrownBy(events::close).isInstanceOf(StackOverflowError.class);
  }

  /** More events than the queue takes, to a writer that is no more. */
  @Test
  void whoeverAddsIsToldOnceAndWaitsForNothing() {
    DownloadEvents events = events(new Unforced(new IOException("Input/output error")));

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 100_000; i++) {
                events.add(stored(i, i + ".jpg"));
              }
            })
        .isInstanceOf(PhotocatException.class);
    for (int i = 0; i < 30_000; i++) {
      events.add(stored(i, i + ".jpg"));
    }
    events.close();
  }

  private DownloadEvents events(PhotoStore store) {
    return new DownloadEvents(
        new EventBatch(
            session,
            store,
            new EventBatch.RunNumber(1, 1),
            new FreeSpaceWatch(() -> FreeSpace.UNLIMITED),
            new Cancellation(),
            note -> {}));
  }

  private static DownloadEvent stored(long file, String name) {
    return new DownloadEvent(
        file,
        name,
        Optional.of(new Stored(FetchState.DONE, new PhotoDigest().finish(), Transfer.NONE)),
        Instant.EPOCH);
  }

  /** Forces nothing to the disk, and fails so. */
  private record Unforced(@Nullable Throwable failure) implements PhotoStore {
    @Override
    public void sync(Collection<String> names) throws IOException {
      if (failure instanceof IOException refused) {
        throw refused;
      }
      if (failure instanceof Error error) {
        throw error;
      }
    }

    @Override
    public void prepare() {}

    @Override
    public OptionalLong find(String name) {
      return OptionalLong.empty();
    }

    @Override
    public ReadableByteChannel open(String name) {
      throw new UnsupportedOperationException("nothing is read here");
    }

    @Override
    public PhotoPart begin(String name) {
      throw new UnsupportedOperationException("nothing is written here");
    }

    @Override
    public void addName(String name, String furtherName) {}
  }
}
