package photocat.model.license;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import photocat.model.license.LicenseCode.Changes;

/** What a word, or several together, mean for a licence. */
enum LicenseToken {
  /** Creative Commons. */
  COMMONS,
  ZERO,
  BY,
  NON_COMMERCIAL,
  SHARE_ALIKE,
  NO_DERIVATIVES,
  PUBLIC_DOMAIN,
  RESERVED,
  OTHER_LICENSE,
  /** Only next to a licence does it deny anything: {@code no CC0}, but {@code photo no 5}. */
  NO,
  NOT,
  LIMIT,
  NOTICE,
  PLACEHOLDER,
  /** May stand inside the name of a licence. */
  FILLER,
  NUMBER,
  WORD;

  /** Returns the elements that a code such as {@code by-nc-sa} has; empty when it is none. */
  static Set<LicenseToken> elements(String code) {
    Set<LicenseToken> elements = EnumSet.noneOf(LicenseToken.class);
    for (String part : code.toLowerCase(Locale.ROOT).split("[-_+ ]", -1)) {
      switch (part) {
        case "cc" -> {}
        case "by" -> elements.add(BY);
        case "nc" -> elements.add(NON_COMMERCIAL);
        case "sa" -> elements.add(SHARE_ALIKE);
        case "nd" -> elements.add(NO_DERIVATIVES);
        default -> {
          return Set.of();
        }
      }
    }
    return isLicense(elements) ? elements : Set.of();
  }

  /** The licences of 2002 that ask for no credit were given up in 2004. */
  static boolean isLicense(Set<LicenseToken> elements) {
    return elements.contains(BY)
        && !(elements.contains(SHARE_ALIKE) && elements.contains(NO_DERIVATIVES));
  }

  static LicenseCode code(Set<LicenseToken> elements) {
    Changes changes =
        elements.contains(NO_DERIVATIVES)
            ? Changes.NONE
            : elements.contains(SHARE_ALIKE) ? Changes.SHARED_ALIKE : Changes.FREE;
    return LicenseCode.attribution(elements.contains(NON_COMMERCIAL), changes);
  }

  boolean isElement() {
    return this == BY || this == NON_COMMERCIAL || this == SHARE_ALIKE || this == NO_DERIVATIVES;
  }
}
