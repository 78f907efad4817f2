package photocat.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.image.ImageReport.Verdict;

final class ImageInspectorTest {
  private static final byte[] JPEG = SamplePhotos.jpeg(1, 120, 80);

  @Test
  void wholeJpegHasItsFormatAndSize() {
    ImageReport report = inspect(JPEG, JPEG.length);

    assertThat(report)
        .isEqualTo(new ImageReport(Verdict.WHOLE, Optional.of(ImageFormat.JPEG), 120, 80));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 64, 1000})
  void piecesOfAnySizeGiveTheSameReport(int pieceBytes) {
    ImageReport report = inspect(JPEG, pieceBytes);

    assertThat(report.isWhole()).isTrue();
    assertThat(report.widthPx()).isEqualTo(120);
  }

  @Test
  void jpegCutAnywhereIsTruncated() {
    for (int length = 12; length < JPEG.length; length++) {
      ImageReport report = inspect(Arrays.copyOf(JPEG, length), 512);

      assertThat(report.verdict()).as("cut after %d bytes", length).isEqualTo(Verdict.TRUNCATED);
    }
  }

  @Test
  void marksAreFoundWhereverTheyLie() {
    SplittableRandom random = new SplittableRandom(1);
    byte[] start = Arrays.copyOf(JPEG, endOfScanHeader());
    byte[] often = {(byte) 0xff, (byte) 0xff, 0, (byte) 0xfe, 1, (byte) 0xd0, (byte) 0xd9, 0x7f};
    for (int i = 0; i < 20_000; i++) {
      byte[] data = new byte[random.nextInt(100)];
      for (int at = 0; at < data.length; at++) {
        data[at] = random.nextInt(8) == 0 ? often[random.nextInt(often.length)] : (byte) 0x80;
      }
      byte[] jpeg = joined(start, data);

      assertThat(inspect(jpeg, jpeg.length)).as("%s", data).isEqualTo(inspect(jpeg, 1));
    }
  }

  @Test
  void bytesBehindTheEndMarkAreLegal() {
    byte[] withMakerNotes = Arrays.copyOf(JPEG, JPEG.length + 500);

    assertThat(inspect(withMakerNotes, 512).isWhole()).isTrue();
  }

  @Test
  void endMarkInsideAThumbnailIsNotTheEnd() {
    byte[] thumbnail = {(byte) 0xff, (byte) 0xe1, 0, 6, (byte) 0xff, (byte) 0xd9, 0, 0};
    byte[] whole = joined(Arrays.copyOf(JPEG, 2), thumbnail, tail(JPEG, 2));

    assertThat(inspect(whole, 512).isWhole()).isTrue();
    assertThat(inspect(Arrays.copyOf(whole, whole.length - 2), 512).isWhole()).isFalse();
  }

  @Test
  void strayBytesBetweenSegmentsArePassedOverAsDecodersDo() {
    byte[] strays = {0, 0, (byte) 0xff, (byte) 0xff};
    int afterFirstSegment = 2 + 2 + JPEG[5];
    byte[] padded =
        joined(Arrays.copyOf(JPEG, afterFirstSegment), strays, tail(JPEG, afterFirstSegment));

    assertThat(inspect(padded, 512).isWhole()).isTrue();
  }

  @Test
  void headerWithoutPictureIsTruncated() {
    byte[] nothingInside = {
      (byte) 0xff,
      (byte) 0xd8,
      (byte) 0xff,
      (byte) 0xfe,
      0,
      4,
      'h',
      'i',
      0,
      0,
      (byte) 0xff,
      (byte) 0xd9
    };

    assertThat(inspect(nothingInside, 512).verdict()).isEqualTo(Verdict.TRUNCATED);
  }

  @Test
  void impossibleSegmentLengthIsTruncated() {
    byte[] broken = JPEG.clone();
    broken[4] = 0;
    broken[5] = 1;

    assertThat(inspect(broken, 512).verdict()).isEqualTo(Verdict.TRUNCATED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif"})
  void otherFormatsAreWholeOrCut(String format) {
    byte[] whole = SamplePhotos.encode(2, 60, 40, format);

    ImageReport report = inspect(whole, 100);
    ImageReport cut = inspect(Arrays.copyOf(whole, whole.length / 2), 100);

    assertThat(report.isWhole()).isTrue();
    assertThat(report.format().map(ImageFormat::extension)).contains(format);
    assertThat(cut.verdict()).isEqualTo(Verdict.TRUNCATED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif"})
  void theirSizeIsRead(String format) {
    ImageReport report = inspect(SamplePhotos.encode(2, 60, 40, format), 100);

    assertThat(List.of(report.widthPx(), report.heightPx())).containsExactly(60, 40);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif"})
  void lastByteMissingIsTruncated(String format) {
    byte[] whole = SamplePhotos.encode(2, 60, 40, format);

    assertThat(inspect(Arrays.copyOf(whole, whole.length - 1), 100).verdict())
        .isEqualTo(Verdict.TRUNCATED);
  }

  @Test
  void tiffIsWholeWithItsDirectory() {
    byte[] whole = SamplePhotos.encode(2, 60, 40, "tif");

    assertThat(inspect(whole, 100).isWhole()).isTrue();
    assertThat(inspect(whole, 100).format()).contains(ImageFormat.TIFF);
    assertThat(inspect(Arrays.copyOf(whole, 20), 100).verdict()).isEqualTo(Verdict.TRUNCATED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"VP8", "VP8L", "VP8X"})
  void webpIsMeasuredByItsOwnLength(String kind) {
    byte[] whole = SamplePhotos.webp(kind, 1024, 683);

    ImageReport report = inspect(whole, 100);
    ImageReport cut = inspect(Arrays.copyOf(whole, whole.length - 1), 100);

    assertThat(report)
        .isEqualTo(new ImageReport(Verdict.WHOLE, Optional.of(ImageFormat.WEBP), 1024, 683));
    assertThat(cut.verdict()).isEqualTo(Verdict.TRUNCATED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!DOCTYPE html><html>Not found</html>", "{\"error\":1}", "GIF", "x"})
  void anythingElseIsNoImage(String text) {
    ImageReport report = inspect(text.getBytes(UTF_8), 100);

    assertThat(report.verdict()).isEqualTo(Verdict.NOT_IMAGE);
    assertThat(report.verdict().word()).isEqualTo("not_image");
  }

  @Test
  void noBytesAreEmpty() {
    assertThat(inspect(new byte[0], 100).verdict()).isEqualTo(Verdict.EMPTY);
  }

  private static ImageReport inspect(byte[] bytes, int pieceBytes) {
    ImageInspector inspector = new ImageInspector();
    for (int at = 0; at < bytes.length; at += pieceBytes) {
      inspector.update(bytes, at, Math.min(pieceBytes, bytes.length - at));
    }
    return inspector.finish();
  }

  private static int endOfScanHeader() {
    int at = 2;
    while ((JPEG[at + 1] & 0xff) != 0xda) {
      at += 2 + segmentBytes(at);
    }
    return at + 2 + segmentBytes(at);
  }

  private static int segmentBytes(int at) {
    return StructureWalk.u16(JPEG, at + 2);
  }

  private static byte[] tail(byte[] bytes, int from) {
    return Arrays.copyOfRange(bytes, from, bytes.length);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
