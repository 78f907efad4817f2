package photocat.model.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts as publishers send them, most of them from GBIF's and museums' records. */
final class LicenseTextTest {
  private static final Path VERBATIM =
      Path.of("src/test/resources/photocat/model/license/verbatim.tsv");

  @Test
  void everyVerbatimTextIsPlaced() throws IOException {
    List<String> lines = Files.readAllLines(VERBATIM);
    List<String> expected = lines.subList(1, lines.size());

    List<String> wrong = new ArrayList<>();
    for (String line : expected) {
      String found = line(line.split("\t", 5)[4]);
      if (!found.equals(line)) {
        wrong.add("expected %s%n   found %s".formatted(line, found));
      }
    }

    assertThat(expected).hasSizeGreaterThan(150);
    assertThat(wrong).isEmpty();
  }

  private static String line(String text) {
    License license = LicenseText.classify(text);
    return String.join(
        "\t",
        license.code().text(),
        Optional.ofNullable(license.version()).orElse("-"),
        Optional.ofNullable(license.port()).orElse("-"),
        license.evidence().name(),
        text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Public domain data; images © Museum",
        "Public domain; images © Museum",
        "Images (c) Museum, data CC0",
        "CC0. Photo copyright Ann Bee",
        "Metadata CC0",
        "metadata are CC0, photos: ask the museum",
        "Data licensed CC0, media property of the museum",
        "Data licensed CC0, media see https://example.org/terms",
        "CC0 (data only)",
        "Text: CC BY-SA 4.0; photo: Ann Bee",
        "Specimen records are CC BY. Images belong to their photographers",
        "metadata CC0 and images © Museum",
        "CC0 for metadata and © Museum for images",
        "CC BY 4.0; image rights remain with the museum",
        "CC BY 4.0. Images © Museum",
        "http://creativecommons.org/publicdomain/zero/1.0/ | Images © Museum",
        "Données CC0; photos © Musée",
        "CC0 data / images copyrighted",
        "CC0 1.0 - photographs remain property of the photographers",
        "Public domain (images are copyrighted)",
        "CC BY 4.0 and images © Museum",
        "Daten CC0, Fotos © Museum",
        "These data are licensed under https://creativecommons.org/licenses/by/4.0/"
      })
  void whatFreesTheDataOrNotTheImagesIsNoLicenseOfPhotos(String text) {
    License license = LicenseText.classify(text);

    assertThat(license.code()).isEqualTo(LicenseCode.UNKNOWN);
    assertThat(license.evidence()).isEqualTo(LicenseEvidence.LIMITED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "CC0 for data and images~CC0",
        "Data and images are CC0~CC0",
        "Data: CC0; images: CC BY 4.0~CC-BY",
        "metadata CC0 and images CC BY-NC~CC-BY-NC",
        "Photo © Ann Bee, CC BY 4.0~CC-BY",
        "Images © Museum; CC BY 4.0~CC-BY",
        "CC BY 4.0; photo © Ann Bee~CC-BY",
        "http://creativecommons.org/licenses/by/4.0/ | Images © Museum~CC-BY",
        "Image courtesy of the museum. Public domain~PD",
        "© Museum CC0~CC0",
        "All images are © Museum and may be used under CC BY 4.0~CC-BY",
        "Image © Ann Bee / CC BY-NC 4.0~CC-BY-NC",
        "Photo (c) Ann Bee (CC BY 4.0)~CC-BY",
        "Images are in the public domain. Data © Museum~PD",
        "Photo by Ann Bee, some rights reserved (CC BY)~CC-BY",
        "CC BY 4.0, see the license text~CC-BY",
        "Metadata CC0, photos all rights reserved~ARR"
      })
  void whatFreesTheImagesToo(String text, String code) {
    assertThat(LicenseText.classify(text).code().text()).isEqualTo(code);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\t\n", "\u00a0\u2003"})
  void nothingIsUnknown(String text) {
    License license = LicenseText.classify(text);

    assertThat(license.code()).isEqualTo(LicenseCode.UNKNOWN);
    assertThat(license.evidence()).isIn(LicenseEvidence.BLANK, LicenseEvidence.PLACEHOLDER);
  }

  @Test
  void theAddressIsThatOfTheVersionAndPort() {
    assertThat(url("CC BY-NC 4.0")).contains("https://creativecommons.org/licenses/by-nc/4.0/");
    assertThat(url("http://creativecommons.org/licenses/by/3.0/de/deed.en"))
        .contains("https://creativecommons.org/licenses/by/3.0/de/");
    assertThat(url("CC0")).contains("https://creativecommons.org/publicdomain/zero/1.0/");
    assertThat(url("PDM")).contains("https://creativecommons.org/publicdomain/mark/1.0/");
    assertThat(url("CC BY-NC-ND 1.0"))
        .contains("https://creativecommons.org/licenses/by-nd-nc/1.0/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"CC BY", "public domain", "all rights reserved", "CC BY 2.1", "CC BY 7.0"})
  void noAddressIsMadeUp(String text) {
    assertThat(url(text)).isEmpty();
  }

  /** A column may hold whole documents. */
  @Test
  void aLongTextIsReadInAShortTime() {
    String long1 = "by-nc ".repeat(3_000);
    String long2 = "creativecommons.".repeat(1_200);
    String long3 = "a.".repeat(9_000) + "https://";

    assertThat(LicenseText.classify(long1).code()).isEqualTo(LicenseCode.CC_BY_NC);
    assertThat(LicenseText.classify(long2).code()).isEqualTo(LicenseCode.UNKNOWN);
    assertThat(LicenseText.classify(long3).code()).isEqualTo(LicenseCode.UNKNOWN);
    assertThat(LicenseText.classify("CC0 ".repeat(6_000)).code()).isEqualTo(LicenseCode.UNKNOWN);
  }

  private static Optional<String> url(String text) {
    return LicenseText.classify(text).url();
  }
}
