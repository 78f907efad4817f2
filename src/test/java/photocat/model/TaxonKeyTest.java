package photocat.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TaxonKeyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u00a0",
        "-1",
        "-1.0",
        "0",
        "0.0",
        "NA",
        "N/A",
        "#N/A",
        "NaN",
        "nan",
        "NULL",
        "null",
        "None",
        "empty",
        "-",
        "–",
        "?",
        "Unknown",
        "<NA>",
        "#REF!",
        "#VALUE!",
        "#DIV/0!",
        "#NAME?",
        "#NULL!",
        "#num!",
        "#SPILL!",
        "#GETTING_DATA",
        "Err:508"
      })
  void aPlaceholderIsNoKey(String cell) {
    assertThat(TaxonKey.of(cell)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "11, 11",
    "11.0, 11",
    "11., 11",
    "' 11 ', 11",
    "11.5, 11.5",
    "10, 10",
    "wfo-0000292858, wfo-0000292858",
    "Apis mellifera, Apis mellifera",
    "-2, -2",
    "00, 00",
    "1e+06, 1000000",
    "1E+06, 1000000",
    "1.2198382E7, 12198382",
    "1.5E+00, 1.5E+00",
    "1.25e+01, 1.25e+01",
    "12E3, 12E3",
    "1E5, 1E5",
    "1e-06, 1e-06",
    "#5, #5",
    "#a, #a"
  })
  void keepsEveryOtherKey(String cell, String key) {
    assertThat(TaxonKey.of(cell)).contains(key);
  }
}
