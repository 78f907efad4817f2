package photocat.job.export;

import java.util.Locale;

/** How credit lines are worded. */
public enum CreditForm {
  /** As on iNaturalist: {@code (c) Ann Bee, some rights reserved (CC BY)}. */
  INAT,
  /** Title, author, source and licence with their addresses, as Creative Commons asks for. */
  TASL;

  /** Returns the word that users type. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
