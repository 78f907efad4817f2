package photocat.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wherever reads and pieces end, the pieces hold the table's rows, each judged by itself. */
final class PieceCutterTest {
  private static final String HEADER = "observer_id\tlogin\tname\n";
  private static final List<String> ROWS =
      List.of("1\tann\tAnn", "2\tbob\t", "3\tcid\r\tC", "4\tdot", "5\teve\tE\tE", "", "\t\t", "\r");

  @TempDir private Path folder;

  @Test
  void judgesEachRowWhereverReadsEnd() throws IOException, InterruptedException {
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      List<String> rows = new ArrayList<>();
      for (int i = 0; i < random.nextInt(30); i++) {
        rows.add(ROWS.get(random.nextInt(round % 2 == 0 ? 2 : ROWS.size())));
      }
      String text = String.join("\n", rows);
      boolean open = random.nextBoolean();
      text += open || rows.isEmpty() ? "" : "\n";

      List<Cut> pieces = cut(HEADER + text, random);

      assertThat(String.join("", pieces.stream().map(Cut::text).toList())).isEqualTo(text);
      long line = 2;
      for (Cut cut : pieces) {
        List<String> inside = rowsOf(cut.text());
        assertThat(cut.piece().firstLine()).isEqualTo(line);
        assertThat(cut.piece().rows()).isEqualTo(inside.size());
        assertThat(cut.piece().regular())
            .as(cut.text())
            .isEqualTo(inside.stream().allMatch(PieceCutterTest::fits));
        line += inside.size();
      }
    }
  }

  private static List<String> rowsOf(String text) {
    List<String> rows = new ArrayList<>(List.of(text.split("\n", -1)));
    if (rows.get(rows.size() - 1).isEmpty()) {
      rows.remove(rows.size() - 1);
    }
    return rows;
  }

  private static boolean fits(String row) {
    return row.split("\t", -1).length == 3 && !row.contains("\r");
  }

  private List<Cut> cut(String table, Random random) throws IOException, InterruptedException {
    PieceHandover<TablePiece> handover = new PieceHandover<>(Optional.of(folder.resolve("work")));
    BundleMeter meter = new BundleMeter((read, total) -> {});
    InputStream text = trickle(table.getBytes(ISO_8859_1), random);
    List<Cut> pieces = new ArrayList<>();
    Thread reading =
        new Thread(
            () -> {
              try {
                new PieceCutter(handover, 20, meter).table(BundleTable.OBSERVERS, text);
                handover.ended();
              } catch (IOException | InterruptedException | RuntimeException e) {
                handover.failed(e);
              }
            });
    reading.start();
    for (Optional<TablePiece> next = handover.next(); next.isPresent(); next = handover.next()) {
      String content = Files.readString(next.get().file(), ISO_8859_1);
      assertThat(content).startsWith(HEADER);
      pieces.add(new Cut(next.get(), content.substring(HEADER.length())));
    }
    reading.join();
    handover.clear();
    return pieces;
  }

  /** A stream that gives a few bytes at a time. */
  private static InputStream trickle(byte[] bytes, Random random) {
    return new FilterInputStream(new ByteArrayInputStream(bytes)) {
      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        return super.read(target, offset, Math.min(length, 1 + random.nextInt(12)));
      }
    };
  }

  private record Cut(TablePiece piece, String text) {}
}
