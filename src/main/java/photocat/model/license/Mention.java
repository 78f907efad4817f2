package photocat.model.license;

import org.jspecify.annotations.Nullable;

/** One place of a text that names a licence. */
record Mention(
    LicenseCode code, @Nullable String version, @Nullable String port, LicenseEvidence evidence) {

  static Mention of(LicenseCode code, LicenseEvidence evidence) {
    return new Mention(code, null, null, evidence);
  }

  static Mention unknown(LicenseEvidence evidence) {
    return of(LicenseCode.UNKNOWN, evidence);
  }
}
