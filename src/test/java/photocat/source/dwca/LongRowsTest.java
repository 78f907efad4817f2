package photocat.source.dwca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows that are so long that the memory holds few of them at once. */
final class LongRowsTest {
  private static final TableDialect LINES =
      new TableDialect('\t', Optional.empty(), StandardCharsets.UTF_8, 0, "");

  @Test
  void countOnlyUpToAnAmountShorterOnesAlways() throws IOException {
    assertThat(flawed(1_000, 140_000)).isEqualTo(1_000 - (128 << 20) / 140_000);
    assertThat(flawed(1_500, 120_000)).isZero();
  }

  private static int flawed(int rows, int chars) throws IOException {
    byte[] row = ("x".repeat(chars) + "\n").getBytes(StandardCharsets.US_ASCII);
    InputStream text =
        new SequenceInputStream(
            Collections.enumeration(
                IntStream.range(0, rows)
                    .<InputStream>mapToObj(i -> new ByteArrayInputStream(row))
                    .toList()));
    Records records = new Records(text, LINES);
    int flawed = 0;
    while (records.next()) {
      String flaw = records.flaw(RowWidth.of(1));
      assertThat(flaw)
          .isIn("", "the row is longer than 128 KB, and so are rows of 128 MB before it");
      flawed += flaw.isEmpty() ? 0 : 1;
    }
    return flawed;
  }
}
