package photocat.store.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

final class UploadBufferTest {
  private static final int PIECE = UploadMemory.PIECE_BYTES;

  private final UploadMemory memory = new UploadMemory(3 * PIECE);

  @Test
  void givesBackWhatItTookAsOftenAsAsked() throws IOException {
    UploadBuffer buffer = new UploadBuffer(memory);
    byte[] photo = bytes(2 * PIECE + 100);
    add(buffer, photo);

    RequestBody body = buffer.body("image/jpeg");

    assertThat(body.optionalContentLength()).hasValue((long) photo.length);
    assertThat(sent(body)).isEqualTo(photo);
    assertThat(sent(body)).isEqualTo(photo);
  }

  @Test
  void goesOnInAFileWhenMemoryIsUsedUp() throws IOException {
    UploadBuffer first = new UploadBuffer(memory);
    UploadBuffer second = new UploadBuffer(memory);
    byte[] photo = bytes(2 * PIECE + 100);
    add(first, photo);
    add(second, photo);

    assertThat(memory.take()).isEmpty();
    assertThat(sent(second.body("image/jpeg"))).isEqualTo(photo);
    assertThat(sent(first.body("image/jpeg"))).isEqualTo(photo);
    first.clear();
    second.clear();
    add(second, bytes(7));
    assertThat(sent(second.body("image/jpeg"))).isEqualTo(bytes(7));
  }

  /** So that a process that is killed leaves no file behind. */
  @Test
  void theFileHasNoName() throws IOException {
    List<Path> before = temporary();
    UploadBuffer buffer = new UploadBuffer(memory);
    add(buffer, bytes(4 * PIECE));

    assertThat(memory.take()).isEmpty();
    assertThat(temporary()).isEqualTo(before);
    buffer.clear();
  }

  @Test
  void givesMemoryBack() throws IOException {
    UploadBuffer buffer = new UploadBuffer(memory);
    for (int i = 0; i < 100; i++) {
      add(buffer, bytes(3 * PIECE));
      buffer.clear();
    }

    assertThat(buffer.sizeBytes()).isZero();
    assertThat(memory.take()).isPresent();
  }

  private static List<Path> temporary() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.sorted().toList();
    }
  }

  private static void add(UploadBuffer buffer, byte[] bytes) throws IOException {
    for (int at = 0; at < bytes.length; at += 10_000) {
      buffer.add(ByteBuffer.wrap(bytes, at, Math.min(10_000, bytes.length - at)));
    }
  }

  private static byte[] sent(RequestBody body) throws IOException {
    try (InputStream in = body.contentStreamProvider().newStream()) {
      return in.readAllBytes();
    }
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
