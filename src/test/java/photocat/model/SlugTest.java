package photocat.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SlugTest {
  private final Set<String> taken = new HashSet<>();

  @ParameterizedTest
  @CsvSource({
    "Apis mellifera, apis_mellifera",
    "Salix × fragilis, salix_x_fragilis",
    "Fagus sylvatica subsp. orientalis, fagus_sylvatica_subsp._orientalis",
    "IRIS, iris",
    "Isoëtes Œdipus ß, isoetes_oedipus_ss",
    "../../etc/passwd, etc-passwd",
    "a/b\\c:d*e?f, a-b-c-d-e-f",
    "'a \"b\" 🌿', a_-b",
    "-rf, rf",
    "Trailing dots..., trailing_dots",
    "'  wide\u00a0\t spaces ', wide_spaces",
    "con, taxon_con",
    "Aux.txt, taxon_aux.txt",
    "Conus, conus"
  })
  void makesASafeFolderName(String name, String slug) {
    assertThat(Slug.of(name, "key", taken::contains)).isEqualTo(slug);
  }

  @ParameterizedTest
  @ValueSource(strings = {"蜜蜂", "🌿", "...", " ", "\u0000"})
  void aNameWithoutLettersGetsAHashOfItsKey(String name) {
    assertThat(Slug.of(name, "key", taken::contains)).isEqualTo("taxon_2c70e12b");
  }

  @Test
  void aTakenSlugGetsAHashOfTheKeyWhicheverOthersCameBetween() {
    taken.add("apis_mellifera");

    String first = Slug.of("Apis Mellifera", "wfo-2", taken::contains);
    taken.add("apis_mellifera_0");

    assertThat(first).matches("apis_mellifera_[0-9a-f]{8}");
    assertThat(Slug.of("Apis Mellifera", "wfo-2", taken::contains)).isEqualTo(first);
    assertThat(Slug.of("Apis Mellifera", "wfo-3", taken::contains)).isNotEqualTo(first);
  }

  @Test
  void aLongNameIsCutAndStaysDistinct() {
    String name = "Genus " + "a".repeat(300);

    String first = Slug.of(name + "x", "1", taken::contains);
    taken.add(first);
    String second = Slug.of(name + "y", "2", taken::contains);

    assertThat(first).hasSize(80).startsWith("genus_aaa");
    assertThat(second).hasSize(80).startsWith("genus_aaa").isNotEqualTo(first);
  }
}
