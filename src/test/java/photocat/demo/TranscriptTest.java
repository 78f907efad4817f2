package photocat.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TranscriptTest {
  @Test
  void leavesPlainWordsAlone() {
    assertThat(Transcript.line("run", "coverage", "min=10", "--out=a/b.csv", "http://[::1]:80"))
        .isEqualTo("photocat run coverage min=10 --out=a/b.csv 'http://[::1]:80'");
  }

  @Test
  void quotesWhatAShellWouldSplitOrExpand() {
    assertThat(Transcript.line("override", "add", "Bellis perenis", "$x", ""))
        .isEqualTo("photocat override add 'Bellis perenis' '$x' ''");
  }

  @Test
  void prefersTheQuotesThatNeedNoEscape() {
    assertThat(Transcript.line("-c", "SELECT 'a'")).isEqualTo("photocat -c \"SELECT 'a'\"");
    assertThat(Transcript.line("-c", "SELECT 'a' AS \"b\""))
        .isEqualTo("photocat -c 'SELECT '\\''a'\\'' AS \"b\"'");
  }
}
