package photocat.job.download;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import photocat.catalog.Session;
import photocat.fetch.ContactCheck;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/**
 * Sees to it that strangers are told whom to write to: whoever runs a small server wants to ask a
 * downloader to slow down before shutting it out.
 */
final class DownloadContact {
  private DownloadContact() {}

  /**
   * Refuses to start where a host would have to be asked that must know, and no contact is set.
   *
   * @throws PhotocatException of kind USAGE
   */
  static void require(Session session, int manifestId, DownloadOptions options) {
    ContactCheck check = new ContactCheck(options.fetchSettings());
    if (check.hasContact()) {
      return;
    }
    List<String> urls =
        options
            .photoBaseUrl()
            .map(List::of)
            .orElseGet(
                () ->
                    session.list(
                        "download/strangers",
                        Map.of("manifest_id", manifestId),
                        row -> row.text("url")));
    for (String url : urls) {
      Optional<String> host = check.hostThatMustKnow(url);
      if (host.isPresent()) {
        throw PhotocatException.of(
                ExitStatus.USAGE,
                "cannot download %s: %s must be told whom to write to"
                    .formatted(options.manifest(), host.get()))
            .withHint(
                "name your e-mail or web address with --contact ADDRESS, or for good with"
                    + " PHOTOCAT_CONTACT");
      }
    }
  }
}
