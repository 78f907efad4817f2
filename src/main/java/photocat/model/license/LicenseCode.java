package photocat.model.license;

import java.util.Locale;

/** The licences that photocat tells apart, from lax to strict. */
public enum LicenseCode {
  CC0("CC0", false, Changes.FREE),
  /** In the public domain, or without a known copyright. */
  PD("PD", false, Changes.FREE),
  CC_BY("CC-BY", false, Changes.FREE),
  CC_BY_SA("CC-BY-SA", false, Changes.SHARED_ALIKE),
  CC_BY_ND("CC-BY-ND", false, Changes.NONE),
  CC_BY_NC("CC-BY-NC", true, Changes.FREE),
  CC_BY_NC_SA("CC-BY-NC-SA", true, Changes.SHARED_ALIKE),
  CC_BY_NC_ND("CC-BY-NC-ND", true, Changes.NONE),
  /** No licence, or none that is told apart. */
  UNKNOWN("UNKNOWN", true, Changes.NONE),
  /** All rights reserved. */
  ARR("ARR", true, Changes.NONE);

  private final String text;
  private final boolean nonCommercial;
  private final Changes changes;

  LicenseCode(String text, boolean nonCommercial, Changes changes) {
    this.text = text;
    this.nonCommercial = nonCommercial;
    this.changes = changes;
  }

  /** What may be done with changed copies, from lax to strict. */
  enum Changes {
    FREE,
    SHARED_ALIKE,
    NONE
  }

  /** Returns the code as it stands in the catalogue, for example {@code CC-BY-NC}. */
  public String text() {
    return text;
  }

  /** Returns the code of a licence that asks for credit and has these limits. */
  static LicenseCode attribution(boolean nonCommercial, Changes changes) {
    return switch (changes) {
      case FREE -> nonCommercial ? CC_BY_NC : CC_BY;
      case SHARED_ALIKE -> nonCommercial ? CC_BY_NC_SA : CC_BY_SA;
      case NONE -> nonCommercial ? CC_BY_NC_ND : CC_BY_ND;
    };
  }

  /** Tells whether whatever this licence allows, {@code other} allows too. */
  boolean covers(LicenseCode other) {
    if (this == other || this == ARR) {
      return true;
    }
    if (this == UNKNOWN || other == UNKNOWN || other == ARR) {
      return false;
    }
    boolean credits = other == CC0 || other == PD || (this != CC0 && this != PD);
    return credits
        && (nonCommercial || !other.nonCommercial)
        && changes.compareTo(other.changes) >= 0;
  }

  boolean forbidsCommerce() {
    return nonCommercial;
  }

  Changes changes() {
    return changes;
  }

  /** Returns how the address of the licence's text names it; empty where there is no such text. */
  String inAddress(String version) {
    return switch (this) {
      case CC0 -> "publicdomain/zero";
      case PD -> "publicdomain/mark";
      // The order of the letters before version 2.0.
      case CC_BY_NC_ND -> version.equals("1.0") ? "licenses/by-nd-nc" : "licenses/by-nc-nd";
      case CC_BY, CC_BY_SA, CC_BY_ND, CC_BY_NC, CC_BY_NC_SA ->
          "licenses/" + text.substring("CC-".length()).toLowerCase(Locale.ROOT);
      case UNKNOWN, ARR -> "";
    };
  }
}
