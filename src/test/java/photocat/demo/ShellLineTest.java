package photocat.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ShellLineTest {
  @Test
  void leavesPlainWordsAlone() {
    assertThat(ShellLine.of(List.of("run", "coverage", "min=10", "--out=a/b.csv", "http://[::1]")))
        .isEqualTo("run coverage min=10 --out=a/b.csv 'http://[::1]'");
  }

  @Test
  void quotesWhatAShellWouldSplitOrExpand() {
    assertThat(ShellLine.of(List.of("override", "add", "Bellis perenis", "$x", "")))
        .isEqualTo("override add 'Bellis perenis' '$x' ''");
  }

  @Test
  void prefersTheQuotesThatNeedNoEscape() {
    assertThat(ShellLine.quoted("SELECT 'a'")).isEqualTo("\"SELECT 'a'\"");
    assertThat(ShellLine.quoted("SELECT 'a' AS \"b\"")).isEqualTo("'SELECT '\\''a'\\'' AS \"b\"'");
  }

  @Test
  void writesNoControlCharacterAsItIs() {
    assertThat(ShellLine.quoted("a'b\\c\nd\u001b")).isEqualTo("$'a\\047b\\134c\\012d\\033'");
  }
}
