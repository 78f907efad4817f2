package photocat.model.license;

import static org.assertj.core.api.Assertions.assertThat;

import photocat.FuzzInput;

/** Whatever a text says of its licence: it is told soon, and words against it take it back. */
public final class LicenseTextFuzz {
  private LicenseTextFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    String text = FuzzInput.text(data);
    License license = LicenseText.classify(text);
    assertThat(license).isEqualTo(LicenseText.classify(text));
    if (license.version() != null) {
      assertThat(license.version()).matches("[1-4]\\.[0-5]");
    }
    LicenseCode reserved = LicenseText.classify(text + " All rights reserved").code();
    assertThat(reserved).isIn(LicenseCode.ARR, LicenseCode.UNKNOWN);
  }
}
