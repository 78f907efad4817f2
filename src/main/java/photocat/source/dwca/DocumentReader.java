package photocat.source.dwca;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import photocat.model.Amounts;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/** Reads the documents of an archive. One that is broken costs no row: it is noted. Used once. */
final class DocumentReader {
  private static final int MOST_LIST_BYTES = 64 << 20;
  private static final int MOST_NOTES = 20;
  private static final Pattern DATASET = Pattern.compile("dataset/([^/]+)\\.xml");
  private static final String TITLE = "Dataset: ";
  private static final String RIGHTS = "Rights as supplied: ";

  private final ArchiveFiles files;
  private final String root;
  private final Optional<String> metadata;
  private final List<DatasetInfo> datasets = new ArrayList<>();
  private final Map<String, String> rightsOfTitle = new HashMap<>();
  private final List<String> citations = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private int broken;

  DocumentReader(ArchiveFiles files, String root, Optional<String> metadata) {
    this.files = files;
    this.root = root;
    this.metadata = metadata;
  }

  ArchiveDocuments read() throws IOException {
    files.each(this::isDocument, this::document);
    if (broken > MOST_NOTES) {
      notes.add("and " + Amounts.count(broken - MOST_NOTES, "more document"));
    }
    return new ArchiveDocuments(datasets.stream().map(this::withRights).toList(), citations, notes);
  }

  private boolean isDocument(String path) {
    return isMetadata(path)
        || datasetKey(path).isPresent()
        || path.equals(root + "rights.txt")
        || path.equals(root + "citations.txt");
  }

  private boolean isMetadata(String path) {
    return metadata.map(path::equals).orElse(path.equals(root + "eml.xml"));
  }

  private Optional<String> datasetKey(String path) {
    Matcher matcher = DATASET.matcher(path.substring(path.startsWith(root) ? root.length() : 0));
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private void document(String path, InputStream in) throws IOException {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.equals("citations.txt") || name.equals("rights.txt")) {
      List<String> lines = lines(in);
      if (name.equals("rights.txt")) {
        rights(lines);
      } else {
        citations.addAll(lines.stream().filter(line -> !line.isBlank()).toList());
      }
      return;
    }
    try {
      DatasetInfo info = EmlFile.read(in, datasetKey(path).orElse(""), OneLine.of(path));
      datasets.add(isMetadata(path) ? 0 : datasets.size(), info);
    } catch (PhotocatException e) {
      if (++broken <= MOST_NOTES) {
        notes.add(e.message());
      }
    }
  }

  private static List<String> lines(InputStream in) throws IOException {
    byte[] bytes = TextInput.of(in, StandardCharsets.UTF_8).readNBytes(MOST_LIST_BYTES);
    return new String(bytes, StandardCharsets.UTF_8).lines().toList();
  }

  /** The list has titles, not keys; a statement may go on over several lines. */
  private void rights(List<String> lines) {
    String title = "";
    for (String line : lines) {
      if (line.startsWith(TITLE)) {
        title = line.substring(TITLE.length()).strip();
      } else if (line.startsWith(RIGHTS)) {
        rightsOfTitle.put(title, line.substring(RIGHTS.length()).strip());
      } else if (!line.isBlank()) {
        rightsOfTitle.computeIfPresent(title, (key, text) -> text + " " + line.strip());
      }
    }
  }

  private DatasetInfo withRights(DatasetInfo info) {
    String supplied = rightsOfTitle.getOrDefault(info.title(), "");
    return info.rights().isEmpty() && !supplied.isEmpty() && !supplied.equals("Not supplied")
        ? new DatasetInfo(
            info.key(), info.title(), supplied, info.rightsUrl(), info.citation(), info.doi())
        : info;
  }
}
