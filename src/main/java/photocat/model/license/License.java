package photocat.model.license;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a text says about a licence.
 *
 * @param code which one
 * @param version such as {@code 4.0}, null where the text does not say
 * @param port the jurisdiction of a version before 4.0, such as {@code de}, null for none
 * @param evidence by what it was told
 */
public record License(
    LicenseCode code, @Nullable String version, @Nullable String port, LicenseEvidence evidence) {

  /** Nobody wrote a version 2.1 but for these jurisdictions. */
  private static final Set<String> ONLY_PORTED = Set.of("2.1");

  static License unknown(LicenseEvidence evidence) {
    return new License(LicenseCode.UNKNOWN, null, null, evidence);
  }

  /**
   * Returns the address of the licence's text, empty for a licence that has none and where the text
   * does not say which version it means.
   */
  public Optional<String> url() {
    if (version == null || (port == null && ONLY_PORTED.contains(version))) {
      return Optional.empty();
    }
    String name = code.inAddress(version);
    String jurisdiction = port == null ? "" : port + "/";
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "https://creativecommons.org/%s/%s/%s".formatted(name, version, jurisdiction));
  }
}
