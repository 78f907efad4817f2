package photocat.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ByteSizeTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1024, 1024",
    "1KiB, 1024",
    "64MiB, 67108864",
    "1 GiB, 1073741824",
    "2TiB, 2199023255552"
  })
  void readsBytesAndBinaryUnits(String text, long sizeBytes) {
    assertThat(ByteSize.parse(text)).isEqualTo(sizeBytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "MiB", "1MB", "-1", "1.5GiB", "1gib", "999999999999999999TiB"})
  void refusesEverythingElse(String text) {
    assertThatThrownBy(() -> ByteSize.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 1023, 1024, 1536, 1L << 30, 3L << 40})
  void writesWhatItReads(long sizeBytes) {
    assertThat(ByteSize.parse(ByteSize.format(sizeBytes))).isEqualTo(sizeBytes);
  }

  @Test
  void writesTheLargestUnitWithoutRemainder() {
    assertThat(ByteSize.format(1536L << 10)).isEqualTo("1536KiB");
  }
}
