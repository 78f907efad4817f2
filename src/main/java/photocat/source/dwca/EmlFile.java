package photocat.source.dwca;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import photocat.model.TextEnd;

/**
 * Reads what a document in the Ecological Metadata Language says of its data set. Used once; what
 * it does not know it passes over.
 */
final class EmlFile {
  private static final long MOST_BYTES = 16 << 20;
  private static final Pattern DOI =
      Pattern.compile("(?i)(?:doi:|https?://(?:dx\\.)?doi\\.org/)(10\\.\\d{4,9}/[^\\s\"<>]+)");

  private final MetaXml xml;
  private final Deque<String> path = new ArrayDeque<>();
  private final List<String> identifiers = new ArrayList<>();
  private final List<String> rights = new ArrayList<>();
  private final List<String> rightsUrls = new ArrayList<>();
  private String title = "";
  private String citation = "";

  private EmlFile(MetaXml xml) {
    this.xml = xml;
  }

  /**
   * Reads {@code in}, which the caller closes.
   *
   * @param key of the data set, empty to take what the document calls itself
   * @param where its name for messages
   */
  static DatasetInfo read(InputStream in, String key, String where) {
    try (MetaXml xml = new MetaXml(in, where, MOST_BYTES)) {
      return new EmlFile(xml).read(key);
    }
  }

  private DatasetInfo read(String key) {
    String packageId = "";
    while (xml.next()) {
      if (!xml.isStart()) {
        path.poll();
        continue;
      }
      if (path.isEmpty()) {
        packageId = xml.attribute("packageId").orElse("");
      }
      element(xml.name());
    }
    Optional<String> doi = identifiers.stream().flatMap(text -> doi(text).stream()).findFirst();
    String own = packageId.replaceFirst("/.*", "");
    return new DatasetInfo(
        key.isEmpty() ? own : key,
        title,
        String.join(" ", rights),
        rightsUrls.stream().findFirst(),
        citation,
        doi.or(() -> doi(citation)));
  }

  private void element(String name) {
    String parent = path.isEmpty() ? "" : path.element();
    boolean ofDataset = parent.equals("dataset") && path.size() == 2;
    switch (name) {
      case "title" -> {
        if (ofDataset && title.isEmpty()) {
          title = xml.text();
          return;
        }
      }
      case "alternateidentifier" -> {
        if (ofDataset) {
          identifiers.add(xml.text());
          return;
        }
      }
      case "intellectualrights", "licensed" -> {
        if (ofDataset) {
          rights.add(xml.text(rightsUrls::add));
          return;
        }
      }
      case "citation" -> {
        if (parent.equals("gbif") && citation.isEmpty()) {
          xml.attribute("identifier").ifPresent(identifiers::add);
          citation = xml.text();
          return;
        }
      }
      default -> {}
    }
    path.push(name);
  }

  private static Optional<String> doi(String text) {
    Matcher matcher = DOI.matcher(text);
    return matcher.find()
        ? Optional.of(TextEnd.without(matcher.group(1), ".,;)"))
        : Optional.empty();
  }
}
