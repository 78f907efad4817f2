package photocat.job.ingest;

import java.util.List;
import java.util.Map;
import photocat.catalog.Session;
import photocat.catalog.TableAppender;
import photocat.model.license.License;
import photocat.model.license.LicenseText;

/** Reads what sources say of licences in words, each text once. */
final class LicenseTexts {
  private final Session session;

  LicenseTexts(Session session) {
    this.session = session;
  }

  /** Adds to {@code license_texts} what the query {@code unread} finds in its column text. */
  void read(String unread) {
    List<String> licenses = session.list(unread, Map.of(), row -> row.text("text"));
    try (TableAppender appender =
        session.openAppender("license_texts", "text", "license", "version", "url")) {
      for (String text : licenses) {
        License license = LicenseText.classify(text);
        appender.row(text, license.code().text(), license.version(), license.url().orElse(null));
      }
      appender.flush();
    }
  }
}
