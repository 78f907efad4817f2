package photocat.model.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Every licence, in every version, jurisdiction, language and spelling, is itself. */
final class LicenseSpellingsTest {
  private static final List<LicenseCode> CODES =
      List.of(
          LicenseCode.CC_BY,
          LicenseCode.CC_BY_SA,
          LicenseCode.CC_BY_ND,
          LicenseCode.CC_BY_NC,
          LicenseCode.CC_BY_NC_SA,
          LicenseCode.CC_BY_NC_ND);
  private static final List<String> VERSIONS = List.of("1.0", "2.0", "2.5", "3.0", "4.0");
  private static final List<String> PORTS = List.of("", "de", "fr", "us", "scotland", "igo", "br");
  private static final List<String> ENDS =
      List.of(
          "",
          "/",
          "//",
          ".",
          "/.",
          "/legalcode",
          "/legalcode.fr",
          "/deed.en",
          "/deed.pt_BR",
          "/deed.zh-hans",
          "/legalcode#languages",
          "/?ref=chooser-v1",
          "/rdf",
          " ",
          "/;",
          ",",
          ")");
  private static final List<String> STARTS =
      List.of(
          "http://creativecommons.org/",
          "https://creativecommons.org/",
          "http://www.creativecommons.org/",
          "https://www.creativecommons.org/",
          "creativecommons.org/",
          "www.creativecommons.org/",
          "//creativecommons.org/",
          "HTTPS://CreativeCommons.org/",
          " https://creativecommons.org/",
          "<https://creativecommons.org/",
          "see: https://creativecommons.org/",
          "https:/creativecommons.org/");

  @Test
  void everyAddressIsItsLicense() {
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    for (LicenseCode code : CODES) {
      for (String version : VERSIONS) {
        for (String port : version.equals("4.0") ? List.of("") : PORTS) {
          String path =
              "licenses/"
                  + code.text().substring(3).toLowerCase(Locale.ROOT)
                  + "/"
                  + version
                  + (port.isEmpty() ? "" : "/" + port);
          List<String> texts = new ArrayList<>();
          STARTS.forEach(start -> texts.add(start + path));
          ENDS.forEach(end -> texts.add(STARTS.get(0) + path + end));
          for (String text : texts) {
            tried++;
            License found = LicenseText.classify(text);
            String foundPort = found.port() == null ? "" : found.port();
            boolean same = found.code() == code && version.equals(found.version());
            if (!same || !port.equals(foundPort)) {
              wrong.add(text + " is " + found);
            }
          }
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(tried).isGreaterThan(5_000);
  }

  private static final List<String> FORMS =
      List.of(
          "%s",
          "%s.",
          "(%s)",
          "[%s]",
          "License: %s",
          "Licence %s",
          "© Ann Bee, some rights reserved (%s)",
          "Photo by Ann Bee, %s",
          "%s International",
          "%s Unported",
          "%s License",
          "under the %s license");

  @Test
  void everyCodeIsItsLicense() {
    List<UnaryOperator<String>> spellings =
        List.of(
            code -> code,
            code -> code.replace('-', ' '),
            code -> code.replaceFirst("-", " "),
            code -> code.replace('-', '_'),
            code -> code.replace('-', '\u2013'),
            code -> code.replace("-", ""),
            code -> code.replace("-", " - "),
            code -> code.replace("CC-", ""),
            code -> code.replace("CC-", "Creative Commons "),
            code -> code.replace("CC-", "CreativeCommons "),
            code -> code.toLowerCase(Locale.ROOT));
    List<String> wrong = new ArrayList<>();
    for (LicenseCode code : CODES) {
      for (UnaryOperator<String> spelling : spellings) {
        String name = spelling.apply(code.text());
        // Who is it by?
        if (!name.equals("BY")) {
          checkVersions(code, name, wrong);
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static void checkVersions(LicenseCode code, String name, List<String> wrong) {
    List<String> versions = new ArrayList<>(VERSIONS);
    versions.add("");
    for (String version : versions) {
      List<String> texts =
          version.isEmpty()
              ? List.of(name)
              : List.of(
                  name + " " + version,
                  name + "-" + version,
                  name + " v" + version,
                  name + " (" + version + ")",
                  name + "_" + version.replace('.', '_'));
      for (String text : texts) {
        for (String form : FORMS) {
          License found = LicenseText.classify(form.formatted(text));
          String foundVersion = found.version() == null ? "" : found.version();
          if (found.code() != code || !foundVersion.equals(version)) {
            wrong.add(form.formatted(text) + " is " + found);
          }
        }
      }
    }
  }

  /** Whatever two licences a text names, it is never one that allows more than either. */
  @Test
  void twoLicensesAreNeverLaxerThanEither() {
    List<LicenseCode> all = new ArrayList<>(CODES);
    all.add(LicenseCode.CC0);
    List<String> wrong = new ArrayList<>();
    for (LicenseCode one : all) {
      for (LicenseCode other : all) {
        for (String between : List.of(" or ", " / ", "; ", " and ", ", ")) {
          LicenseCode found = LicenseText.classify(one.text() + between + other.text()).code();
          if (found != LicenseCode.UNKNOWN && (!found.covers(one) || !found.covers(other))) {
            wrong.add(one + between + other + " is " + found);
          }
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void aDenialLeavesNoLicense() {
    List<String> wrong = new ArrayList<>();
    for (LicenseCode code : CODES) {
      for (String form :
          List.of(
              "not %s",
              "This is not %s",
              "no %s",
              "non-%s",
              "%s except logos",
              "%s unless otherwise stated",
              "%s - contact museum for commercial use",
              "%s, but ask before commercial use",
              "nicht %s",
              "%s?",
              "possibly %s",
              "%s, with permission only")) {
        License found = LicenseText.classify(form.formatted(code.text()));
        if (found.code() != LicenseCode.UNKNOWN) {
          wrong.add(form.formatted(code.text()) + " is " + found);
        }
      }
    }

    assertThat(wrong).isEmpty();
  }
}
