package photocat.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DisplayWidthTest {
  @ParameterizedTest
  @CsvSource({
    "abc,3",
    "'',0",
    "é,1",
    "e\u0301,1",
    "蜂,2",
    "🐝,2",
    "𝒳,1",
    "ｱ,1",
    "가,2",
    "a\u200db,2",
    "ᄀ,2"
  })
  void countsColumnsByCodePoint(String text, int width) {
    assertThat(DisplayWidth.of(text)).isEqualTo(width);
  }

  @ParameterizedTest
  @CsvSource({
    "abcdef,6,abcdef",
    "abcdef,5,abcd…",
    "蜂蜂蜂,6,蜂蜂蜂",
    "蜂蜂蜂,5,蜂蜂…",
    "蜂蜂蜂,4,蜂…",
    "🐝🐝,3,🐝…",
    "abc,1,…",
    "e\u0301e\u0301e\u0301,2,e\u0301…",
    "ae\u0301,2,ae\u0301",
  })
  void cutsBetweenCharacters(String text, int width, String cut) {
    assertThat(DisplayWidth.cut(text, width, "…")).isEqualTo(cut);
  }
}
