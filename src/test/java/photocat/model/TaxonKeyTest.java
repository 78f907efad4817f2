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
    "'11,0', 11",
    "'2878688,00', 2878688",
    "'2878688,000', 2878688",
    "'1,000', '1,000'",
    "'11,5', '11,5'",
    "'1,341976E+06', 1341976",
    "'2,878688E6', 2878688",
    "2.878688E6, 2878688",
    "1.341976000e+06, 1341976",
    "1.2e+07, 12000000",
    "1.5E7, 15000000",
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
    assertThat(TaxonKey.hasLostDigits(cell)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1,34E+06", "1.34198e+06", "1.00E+06", " 1.23456789012346E+17 ", "-1,3E+02"})
  void whatHasLostDigitsIsNoKey(String cell) {
    assertThat(TaxonKey.hasLostDigits(cell)).isTrue();
    assertThat(TaxonKey.of(cell)).isEmpty();
  }
}
