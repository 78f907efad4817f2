package photocat.source.gbif;

import java.util.Optional;
import photocat.http.Credentials;

/**
 * A user of GBIF.
 *
 * @param credentials the name, which is no e-mail address, and the password
 * @param email where GBIF says that a download is ready
 */
public record GbifAccount(Credentials credentials, Optional<String> email) {}
