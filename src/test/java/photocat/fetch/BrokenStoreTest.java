package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import photocat.image.SamplePhotos;
import photocat.model.Cancellation;
import photocat.store.LocalFolder;
import photocat.store.PhotoPart;
import photocat.store.PhotoStore;

/** A bug in a store: whoever waits for its answer is told, and waits no longer. */
@ExtendWith(LeakCheck.class)
@Timeout(30)
final class BrokenStoreTest {
  private static final byte[] PHOTO = SamplePhotos.jpeg(1, 60, 40);

  @TempDir private Path root;
  private PhotoServer server;

  /** Where it is. */
  enum Step {
    FIND,
    BEGIN,
    WRITE,
    COMMIT
  }

  @BeforeEach
  void open() throws IOException {
    server = new PhotoServer().onAny(PhotoServer.ok(PHOTO));
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void endsTheRunWithItsReason(Step step) {
    List<FetchRequest> requests =
        LongStream.rangeClosed(1, 20)
            .mapToObj(id -> new FetchRequest(id, server.url("/" + id), List.of(id + ".jpg")))
            .toList();

    assertThatThrownBy(
            () ->
                new PhotoFetcher(Trial.SETTINGS, new BrokenStore(new LocalFolder(root), step))
                    .run(requests.iterator(), new Trial(root), new Cancellation()))
        .isInstanceOf(StackOverflowError.class)
        .hasMessage("a bug");
    assertThat(root).isDirectoryNotContaining("glob:**.jpg");
  }

  private record BrokenStore(LocalFolder folder, Step step) implements PhotoStore {
    void meet(Step now) {
      if (step == now) {
        throw new StackOverflowError("a bug");
      }
    }

    @Override
    public void prepare() {
      folder.prepare();
    }

    @Override
    public OptionalLong find(String name) throws IOException {
      meet(Step.FIND);
      return folder.find(name);
    }

    @Override
    public ReadableByteChannel open(String name) throws IOException {
      return folder.open(name);
    }

    @Override
    public PhotoPart begin(String name) throws IOException {
      meet(Step.BEGIN);
      PhotoPart part = folder.begin(name);
      return new PhotoPart() {
        @Override
        public void write(ByteBuffer bytes) throws IOException {
          meet(Step.WRITE);
          part.write(bytes);
        }

        @Override
        public void commit() throws IOException {
          meet(Step.COMMIT);
          part.commit();
        }

        @Override
        public void discard() {
          part.discard();
        }
      };
    }

    @Override
    public void addName(String name, String furtherName) throws IOException {
      folder.addName(name, furtherName);
    }
  }
}
