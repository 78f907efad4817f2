package photocat.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Neither side waits for one that is gone, however that has ended. */
@Timeout(20)
final class PieceHandoverTest {
  @TempDir private Path folder;

  @Test
  void failureIsToldAsOftenAsItIsAskedFor() throws Exception {
    PieceHandover<TablePiece> handover = handover();
    handover.failed(new IllegalStateException("cut off"));

    for (int time = 0; time < 3; time++) {
      assertThatThrownBy(handover::next).hasMessage("cut off");
    }
  }

  @Test
  void endIsToldAsOftenAsItIsAskedFor() throws Exception {
    PieceHandover<TablePiece> handover = handover();
    handover.ended();

    assertThat(handover.next()).isEmpty();
    assertThat(handover.next()).isEmpty();
  }

  @Test
  void firstFailureCounts() throws Exception {
    PieceHandover<TablePiece> handover = handover();
    handover.failed(new IllegalStateException("first"));
    handover.failed(new IllegalStateException("second"));
    handover.ended();

    assertThatThrownBy(handover::next).hasMessage("first");
  }

  @Test
  void piecesBeforeAFailureAreHandedOver() throws Exception {
    PieceHandover<TablePiece> handover = handover();
    TablePiece piece = piece(handover.newFile());
    handover.ready(piece);
    handover.failed(new OutOfMemoryError("no more"));

    assertThat(handover.next()).contains(piece);
    assertThatThrownBy(handover::next).isInstanceOf(OutOfMemoryError.class);
  }

  /** As when memory ends while the failure is being put into words. */
  @Test
  void sideThatLeavesWithoutAWordIsAFailure() throws Exception {
    PieceHandover<TablePiece> handover = handover();
    CompletableFuture<Optional<TablePiece>> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return handover.next();
              } catch (IOException | InterruptedException e) {
                throw new CompletionException(e);
              }
            });

    handover.left();

    assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("the thread that reads the bundle has ended");
  }

  @Test
  void whoWaitsForRoomIsFreedWhenNobodyLoadsAnyMore() throws Exception {
    PieceHandover<TablePiece> handover = handover();
    for (int piece = 0; piece < 3; piece++) {
      handover.newFile();
    }
    Thread writing =
        new Thread(
            () -> {
              try {
                handover.newFile();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    writing.start();

    handover.clear();
    writing.join(10_000);

    assertThat(writing.isAlive()).isFalse();
    assertThatThrownBy(handover::newFile).isInstanceOf(InterruptedException.class);
  }

  private PieceHandover<TablePiece> handover() throws IOException {
    return new PieceHandover<>(Optional.of(folder.resolve("work")));
  }

  private static TablePiece piece(Path file) {
    return new TablePiece(BundleTable.TAXA, List.of("taxon_id"), file, 2, 0, 0, true, true);
  }
}
