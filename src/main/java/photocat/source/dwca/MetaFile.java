package photocat.source.dwca;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.model.Amounts;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/**
 * Reads the meta.xml of an archive (Darwin Core text guide). Terms are what counts, whatever order
 * columns have. Used once.
 */
final class MetaFile {
  private static final long MOST_BYTES = 4 << 20;
  static final int MOST_COLUMNS = 1_000;
  private static final int MOST_TABLES = 200;
  private static final int MOST_FILES = 1_000;
  private static final int MOST_NOTES = 20;

  private final MetaXml xml;
  private final List<String> notes = new ArrayList<>();
  private final List<ArchiveTable> extensions = new ArrayList<>();
  private Optional<String> metadata = Optional.empty();
  private @Nullable ArchiveTable core;
  private int passedOver;

  private MetaFile(MetaXml xml) {
    this.xml = xml;
  }

  /**
   * Reads {@code in}, which the caller closes.
   *
   * @param where its name for messages: {@code meta.xml in a.zip}
   * @throws PhotocatException when a rule of the text guide is broken
   */
  static ArchiveDescriptor read(InputStream in, String where) {
    try (MetaXml xml = new MetaXml(in, where, MOST_BYTES)) {
      return new MetaFile(xml).read();
    }
  }

  private ArchiveDescriptor read() {
    if (!xml.next() || !xml.name().equals("archive")) {
      throw xml.broken("it starts with <%s>, not with <archive>".formatted(OneLine.of(xml.name())));
    }
    metadata = xml.attribute("metadata").filter(file -> !file.isBlank());
    while (xml.next()) {
      if (xml.isStart()) {
        switch (xml.name()) {
          case "core" -> {
            if (core != null) {
              throw xml.broken("a second <core>; an archive has one");
            }
            core = table(true);
          }
          case "extension" -> extensions.add(table(false));
          default -> passOver();
        }
      }
      if (extensions.size() > MOST_TABLES) {
        throw xml.broken("more than %d extensions".formatted(MOST_TABLES));
      }
    }
    if (core == null) {
      throw xml.broken("it has no <core>");
    }
    if (core.keyIndex() < 0 && !extensions.isEmpty()) {
      throw xml.broken("<core> has no <id>, by which the extensions belong to it");
    }
    if (passedOver > MOST_NOTES) {
      notes.add("and " + Amounts.count(passedOver - MOST_NOTES, "more element"));
    }
    return new ArchiveDescriptor(core, extensions, metadata, notes);
  }

  private void passOver() {
    if (++passedOver <= MOST_NOTES) {
      notes.add(
          "line %d of meta.xml: passed over <%s>".formatted(xml.line(), OneLine.of(xml.name())));
    }
  }

  private ArchiveTable table(boolean isCore) {
    String element = isCore ? "core" : "extension";
    String keyElement = isCore ? "id" : "coreid";
    String rowType = xml.attribute("rowType").map(String::strip).orElse("");
    if (rowType.isEmpty() && !isCore) {
      throw xml.broken("<extension> has no rowType");
    }
    TableDialect dialect = new DialectAttributes(xml).read();
    List<String> files = new ArrayList<>();
    List<Field> fields = new ArrayList<>();
    int key = -1;
    while (xml.next() && (xml.isStart() || !xml.name().equals(element))) {
      if (!xml.isStart()) {
        continue;
      }
      if (xml.name().equals(keyElement)) {
        key =
            index(
                xml.attribute("index")
                    .orElseThrow(() -> xml.broken("<" + keyElement + "> has no index")));
        continue;
      }
      switch (xml.name()) {
        case "files" -> {}
        case "location" -> files.add(location(files));
        case "field" -> fields.add(field());
        default -> passOver();
      }
      if (fields.size() > MOST_COLUMNS || files.size() > MOST_FILES) {
        throw xml.broken("<%s> has more than 1,000 fields or 1,000 files".formatted(element));
      }
    }
    if (files.isEmpty()) {
      throw xml.broken("<%s> names no file: it has no <location>".formatted(element));
    }
    if (!isCore && key < 0) {
      throw xml.broken("<extension> of %s has no <coreid>".formatted(OneLine.of(files.get(0))));
    }
    return new ArchiveTable(
        RowKind.of(rowType), rowType, isCore, files, dialect, key, columns(fields, key));
  }

  /** What one field element says. */
  private record Field(String term, int index, @Nullable String defaultValue, int line) {}

  private Field field() {
    String term = xml.attribute("term").map(String::strip).orElse("");
    if (term.isEmpty()) {
      throw xml.broken("<field> has no term");
    }
    Optional<String> index =
        xml.attribute("index").map(String::strip).filter(text -> !text.isEmpty());
    Optional<String> value = xml.attribute("default").filter(text -> !text.isEmpty());
    return new Field(term, index.map(this::index).orElse(-1), value.orElse(null), xml.line());
  }

  private List<ArchiveColumn> columns(List<Field> fields, int key) {
    ColumnNames names = new ColumnNames();
    List<ArchiveColumn> columns = new ArrayList<>();
    if (key >= 0 && fields.stream().noneMatch(field -> field.index() == key)) {
      columns.add(new ArchiveColumn(names.take("id"), "", key, null));
    }
    for (Field field : fields) {
      if (field.index() < 0 && field.defaultValue() == null) {
        notes.add(
            "line %d of meta.xml: %s has neither an index nor a default, and no values"
                .formatted(field.line(), OneLine.of(field.term())));
        continue;
      }
      columns.add(
          new ArchiveColumn(
              names.take(Term.nameOf(field.term())),
              field.term(),
              field.index(),
              field.defaultValue()));
    }
    return columns;
  }

  private String location(List<String> before) {
    String location = xml.text().replaceFirst("^(\\./)+", "");
    if (location.isEmpty()) {
      throw xml.broken("<location> is empty");
    }
    if (location.contains("://")) {
      throw xml.broken(
          "<location> is the address '%s', not a file of the archive"
              .formatted(OneLine.of(location)));
    }
    if (before.contains(location)) {
      throw xml.broken("it names the file '%s' twice".formatted(OneLine.of(location)));
    }
    return location;
  }

  private int index(String text) {
    try {
      int index = Integer.parseInt(text.strip());
      if (index >= 0 && index < MOST_COLUMNS) {
        return index;
      }
    } catch (NumberFormatException e) {
      throw badIndex(text);
    }
    throw badIndex(text);
  }

  private PhotocatException badIndex(String text) {
    return xml.broken(
        "index '%s' is no number from 0 to %d".formatted(OneLine.of(text), MOST_COLUMNS - 1));
  }

  /** Reads how a table is written from the attributes of its element. */
  private record DialectAttributes(MetaXml xml) {
    TableDialect read() {
      TableDialect defaults = TableDialect.DEFAULTS;
      String delimiter =
          xml.attribute("fieldsTerminatedBy")
              .filter(text -> !text.isEmpty())
              .map(this::plain)
              .orElse(",");
      String quote = xml.attribute("fieldsEnclosedBy").map(this::plain).orElse("\"");
      char between = delimiter.equals(" ") ? '\t' : one("fieldsTerminatedBy", delimiter);
      Optional<Character> around =
          quote.isBlank() ? Optional.empty() : Optional.of(one("fieldsEnclosedBy", quote));
      if (!TableDialect.isDelimiter(between, around)) {
        throw xml.broken(
            "fieldsTerminatedBy is '%s', which is a letter, a digit or the quote"
                .formatted(OneLine.of(delimiter)));
      }
      return new TableDialect(
          between,
          around,
          xml.attribute("encoding")
              .map(String::strip)
              .filter(text -> !text.isEmpty())
              .map(this::encoding)
              .orElse(defaults.encoding()),
          headerLines(),
          xml.attribute("dateFormat").orElse(defaults.dateFormat()));
    }

    /** Whoever writes a TAB into an attribute as it is gets a space (XML 1.0, 3.3.3). */
    private String plain(String text) {
      return text.replace("\\t", "\t")
          .replace("\\n", "\n")
          .replace("\\r", "\r")
          .replace("\\\"", "\"")
          .replace("\\|", "|");
    }

    private char one(String attribute, String text) {
      if (text.length() != 1 || text.charAt(0) > 126 || "\n\r".contains(text)) {
        throw xml.broken(
            "%s is '%s'; one character of ASCII is read".formatted(attribute, OneLine.of(text)));
      }
      return text.charAt(0);
    }

    private Charset encoding(String name) {
      try {
        return Charset.forName(name);
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        throw xml.broken("the encoding '%s' is not known here".formatted(OneLine.of(name)));
      }
    }

    private int headerLines() {
      String text = xml.attribute("ignoreHeaderLines").map(String::strip).orElse("");
      if (text.isEmpty()) {
        return 0;
      }
      try {
        int lines = Integer.parseInt(text);
        if (lines >= 0 && lines <= 1_000) {
          return lines;
        }
      } catch (NumberFormatException e) {
        throw badHeaderLines(text);
      }
      throw badHeaderLines(text);
    }

    private PhotocatException badHeaderLines(String text) {
      return xml.broken(
          "ignoreHeaderLines is '%s', not a number from 0 to 1000".formatted(OneLine.of(text)));
    }
  }
}
