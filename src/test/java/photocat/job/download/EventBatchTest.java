package photocat.job.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.catalog.Catalog;
import photocat.catalog.NewCatalog;
import photocat.catalog.Session;
import photocat.catalog.TestSql;
import photocat.fetch.FetchOutcome.NotStored;
import photocat.fetch.FetchState;
import photocat.fetch.Transfer;
import photocat.model.Cancellation;
import photocat.model.PhotocatException;
import photocat.store.FreeSpace;
import photocat.store.FreeSpaceWatch;
import photocat.store.LocalFolder;

/** Rows that the catalogue does not take at once. */
final class EventBatchTest {
  private static final String COUNT =
      "SELECT count(*), count(DISTINCT file_id) FROM download_events";

  @TempDir private Path root;
  private final AtomicLong freeBytes = new AtomicLong(1_000);
  private final AtomicLong nanos = new AtomicLong();
  private final Cancellation cancellation = new Cancellation();
  private final List<String> notes = new ArrayList<>();
  private Catalog catalog;
  private Session session;
  private EventBatch batch;

  @BeforeEach
  void open() {
    catalog = NewCatalog.inMemory();
    session = catalog.openSession();
    batch =
        new EventBatch(
            session,
            new LocalFolder(root),
            new EventBatch.RunNumber(1, 1),
            new FreeSpaceWatch(() -> new FreeSpace(freeBytes.get(), 400), nanos::get),
            cancellation,
            notes::add);
  }

  @AfterEach
  void close() {
    session.close();
    catalog.close();
  }

  @Test
  void rowsWaitForRoomAndAreWrittenOnce() {
    freeBytes.set(100);
    pass();
    add(1);
    batch.write();
    boolean held = batch.isHeld();
    pass();
    add(2);
    batch.write();
    List<String> meanwhile = rows(COUNT);
    freeBytes.set(1_000);
    pass();
    batch.write();

    assertThat(held).isTrue();
    assertThat(meanwhile).containsExactly("0|0");
    assertThat(rows(COUNT)).containsExactly("2|2");
    assertThat(batch.isHeld()).isFalse();
    assertThat(notes)
        .containsExactly(
            "the disk of the catalogue has 100 B left: the download pauses until it has 500 B",
            "the catalogue has room again: the download goes on");
  }

  @Test
  void batchThatFailsIsKeptAndWrittenByTheNextTry() {
    add(1);
    rows("ALTER TABLE download_events ADD COLUMN unheard_of INTEGER");
    batch.write();
    boolean held = batch.isHeld();
    rows("ALTER TABLE download_events DROP COLUMN unheard_of");
    add(2);
    batch.write();

    assertThat(held).isTrue();
    assertThat(batch.isHeld()).isFalse();
    assertThat(rows(COUNT)).containsExactly("2|2");
    assertThat(notes).isEmpty();
  }

  @Test
  void rowsThatNeverFitEndTheRun() {
    add(1);
    rows("ALTER TABLE download_events ADD COLUMN unheard_of INTEGER");
    batch.write();
    batch.write();

    assertThatThrownBy(batch::write).isInstanceOf(PhotocatException.class);
  }

  @Test
  void stopWritesWhatItStillCan() {
    add(1);
    freeBytes.set(100);
    pass();
    batch.write();
    cancellation.cancel();

    batch.writeHeld();

    assertThat(rows(COUNT)).containsExactly("1|1");
  }

  private void add(long file) {
    batch.add(
        new DownloadEvent(
            file,
            file + ".jpg",
            Optional.of(new NotStored(FetchState.RETRY, "http_500", Transfer.NONE)),
            Instant.EPOCH));
  }

  private void pass() {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
  }

  private List<String> rows(String sql) {
    return TestSql.rows(catalog, sql);
  }
}
