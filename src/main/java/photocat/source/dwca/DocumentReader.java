package photocat.source.dwca;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
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
  private static final int MOST_LIST_BYTES = 32 << 20;
  private static final int MOST_NOTES = 20;
  private static final Pattern DATASET = Pattern.compile("dataset/([^/]+)\\.xml");
  private static final String TITLE = "Dataset: ";
  private static final String RIGHTS = "Rights as supplied: ";

  private final ArchiveFiles files;
  private final String root;
  private final Optional<String> metadata;
  private final List<DatasetInfo> datasets = new ArrayList<>();
  private final Map<String, String> rightsOfTitle = new HashMap<>();
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
    return new ArchiveDocuments(datasets.stream().map(this::withRights).toList(), notes);
  }

  private boolean isDocument(String path) {
    return isMetadata(path) || datasetKey(path).isPresent() || path.equals(root + "rights.txt");
  }

  private boolean isMetadata(String path) {
    return metadata.map(path::equals).orElse(path.equals(root + "eml.xml"));
  }

  private Optional<String> datasetKey(String path) {
    Matcher matcher = DATASET.matcher(path.substring(path.startsWith(root) ? root.length() : 0));
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private void document(String path, InputStream in) throws IOException {
    if (path.equals(root + "rights.txt")) {
      rights(in.readNBytes(MOST_LIST_BYTES));
      if (in.read() >= 0) {
        notes.add(
            "%s is longer than %d MB; what is behind that was not read"
                .formatted(OneLine.of(path), MOST_LIST_BYTES >> 20));
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

  /** The list has titles, not keys; a statement may go on over several lines. */
  private void rights(byte[] list) throws IOException {
    InputStream text = TextInput.of(new ByteArrayInputStream(list), StandardCharsets.UTF_8);
    BufferedReader lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
    String title = "";
    StringBuilder statement = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(TITLE)) {
        supplied(title, statement);
        title = line.substring(TITLE.length()).strip();
      } else if (line.startsWith(RIGHTS)) {
        supplied(title, statement);
        statement.append(line.substring(RIGHTS.length()).strip());
      } else if (!line.isBlank() && !statement.isEmpty()) {
        statement.append(' ').append(line.strip());
      }
    }
    supplied(title, statement);
  }

  private void supplied(String title, StringBuilder statement) {
    if (!statement.isEmpty()) {
      rightsOfTitle.put(title, statement.toString());
      statement.setLength(0);
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
