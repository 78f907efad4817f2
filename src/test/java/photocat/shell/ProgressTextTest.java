package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import photocat.job.Progress.Unit;
import photocat.shell.render.DisplayWidth;

final class ProgressTextTest {
  private static final List<String> DETAILS =
      List.of(
          "81.2 MB/s", "2 retries", "64 active", "1,959 waiting", "120 GB free", "a.example 64/64");

  private final ProgressText text = new ProgressText("downloading plants", Unit.PHOTOS, 3250);

  @Test
  void tellsAllWhereThereIsRoom() {
    assertThat(at(180))
        .isEqualTo(
            "downloading plants  1,227 photos of 3,250 photos (37 %)  306 photos/s  7.0 s left"
                + "  81.2 MB/s  2 retries  64 active  1,959 waiting  120 GB free  a.example 64/64");
  }

  @Test
  void leavesOutTheLeastImportantFirst() {
    assertThat(at(79))
        .isEqualTo("plants  1,227/3,250  306/s  7.0 s left  81.2 MB/s  2 retries  64 active");
  }

  @Test
  void neverCutsAWord() {
    String all = at(140);
    for (int columns = 28; columns < 140; columns++) {
      String shown = at(columns);
      assertThat(DisplayWidth.of(shown)).isLessThanOrEqualTo(columns);
      assertThat(all + "  ").startsWith(shown + "  ");
    }
  }

  @Test
  void staysShortOnceThereWasNoRoom() {
    ProgressText bundle = new ProgressText("reading bundle", Unit.BYTES, 4_000_000);

    assertThat(bundle.at(1_000_000, 2, List.of(), 79))
        .isEqualTo("reading bundle  1.0 MB of 4.0 MB (25 %)  500 KB/s  6.0 s left");
    bundle.at(1_000_000, 2, List.of(), 30);
    assertThat(bundle.at(0, 0.5, List.of(), 30)).isEqualTo("bundle  0 B/4.0 MB  0 B/s");
    assertThat(bundle.at(0, 0.5, List.of(), 79)).startsWith("reading bundle");
  }

  @Test
  void cutsALongNameBeforeTheNumbers() {
    ProgressText named = new ProgressText("downloading " + "x".repeat(60), Unit.PHOTOS, 10);

    assertThat(named.at(5, 5, DETAILS, 60))
        .isEqualTo("xxxxxxxxxxxxxxx  5/10  1/s  5.0 s left  81.2 MB/s  2 retries");
  }

  private String at(int columns) {
    return text.at(1227, 4, DETAILS, columns);
  }
}
