package photocat.source.dwca;

import java.util.Optional;
import photocat.model.license.License;
import photocat.model.license.LicenseText;

/**
 * A data set that an archive has records of, as its document tells.
 *
 * @param key GBIF's, or what the document calls itself; empty where it does not
 * @param title empty for none
 * @param rights the words about rights and licence, empty for none
 * @param rightsUrl the address in them
 * @param citation how it wants to be cited, empty for none
 * @param doi without {@code https://doi.org/}
 */
public record DatasetInfo(
    String key,
    String title,
    String rights,
    Optional<String> rightsUrl,
    String citation,
    Optional<String> doi) {
  /** Returns the licence of the data set, which is not that of its photos. */
  public License license() {
    return LicenseText.classify(rights + rightsUrl.map(url -> " " + url).orElse(""));
  }
}
