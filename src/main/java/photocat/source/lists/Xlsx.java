package photocat.source.lists;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Excel workbooks (ISO 29500), transitional and strict. Formulas count by the value that the
 * program has kept, numbers as they are, dates as ISO 8601 says. Used once for one file.
 */
final class Xlsx implements SheetTable.Workbook {
  private static final String WORKBOOK = "xl/workbook.xml";

  private static final Pattern RANGE =
      Pattern.compile("([A-Z]{1,3})([0-9]{1,7}):[A-Z]{1,3}([0-9]{1,7})");

  /** Texts of all sheets that are in memory at once. */
  private static final long MOST_SHARED_CHARS = 64L << 20;

  private final Map<String, String> partsOfSheets = new LinkedHashMap<>();
  private final List<String> shared = new ArrayList<>();
  private boolean isFrom1904;
  private boolean hasShared;
  private XlsxFormats formats = new XlsxFormats();

  @Override
  public List<String> sheets(ZippedParts parts) throws IOException {
    Map<String, String> targets = targets(parts);
    Map<String, String> hidden = new LinkedHashMap<>();
    try (XmlPart xml = required(parts, WORKBOOK)) {
      while (xml.next()) {
        if (xml.starts("workbookPr")) {
          isFrom1904 = xml.attribute("date1904").filter(t -> t.matches("1|true")).isPresent();
        }
        String target = xml.starts("sheet") ? targets.get(xml.attribute("id").orElse("")) : null;
        // A chart has a sheet of its own without cells.
        if (target != null && !target.contains("chartsheets/")) {
          boolean isShown = xml.attribute("state").filter(t -> t.endsWith("idden")).isEmpty();
          (isShown ? partsOfSheets : hidden).put(xml.attribute("name").orElse(""), target);
        }
      }
    }
    // Who opens the file sees the others first.
    partsOfSheets.putAll(hidden);
    return List.copyOf(partsOfSheets.keySet());
  }

  private static Map<String, String> targets(ZippedParts parts) throws IOException {
    Map<String, String> targets = new HashMap<>();
    try (XmlPart xml = required(parts, "xl/_rels/workbook.xml.rels")) {
      while (xml.next()) {
        if (xml.starts("Relationship")) {
          String target = xml.attribute("Target").orElse("");
          targets.put(
              xml.attribute("Id").orElse(""),
              target.startsWith("/") ? target.substring(1) : "xl/" + target);
        }
      }
    }
    return targets;
  }

  private static XmlPart required(ZippedParts parts, String part) throws IOException {
    return parts
        .open(part)
        .orElseThrow(() -> new IOException("its part %s is missing".formatted(part)));
  }

  @Override
  public void read(ZippedParts parts, int sheet, SheetTable.RowTaker rows) throws IOException {
    if (!hasShared) {
      readShared(parts);
      formats = XlsxFormats.of(parts.open("xl/styles.xml"), isFrom1904);
      hasShared = true;
    }
    String part = List.copyOf(partsOfSheets.values()).get(sheet);
    MergedCells merged = merged(parts, part);
    SheetRow row = new SheetRow();
    long rowNumber = 0;
    long column = 0;
    boolean isHidden = false;
    try (XmlPart xml = required(parts, part)) {
      while (xml.next()) {
        if (xml.starts("row")) {
          row.clear();
          rowNumber = Math.max(rowNumber + 1, rowOf(xml).orElse(0));
          isHidden = isHidden(xml);
          column = 0;
        } else if (xml.starts("c")) {
          column = xml.attribute("r").map(Xlsx::columnOf).orElse(column);
          row.put(column++, cell(xml));
        } else if (xml.starts("col") && isHidden(xml)) {
          long first = xml.count("min");
          rows.hideColumns(first - 1, xml.count("max") - first + 1);
        } else if (xml.ends("row") && !row.isBlank()) {
          merged.fill(rowNumber, row);
          if (!rows.take(rowNumber, row.cells(), isHidden)) {
            return;
          }
        }
      }
    }
  }

  private static boolean isHidden(XmlPart xml) {
    return xml.attribute("hidden").filter(text -> text.matches("1|true")).isPresent();
  }

  /** They stand behind the cells, of which there may be many. */
  private static MergedCells merged(ZippedParts parts, String part) throws IOException {
    MergedCells merged = new MergedCells();
    try (XmlPart xml = required(parts, part)) {
      while (xml.next()) {
        Matcher range =
            RANGE.matcher(xml.starts("mergeCell") ? xml.attribute("ref").orElse("") : "");
        if (range.matches()) {
          merged.add(
              columnOf(range.group(1)),
              Long.parseLong(range.group(2)),
              Long.parseLong(range.group(3)));
        }
      }
    }
    return merged;
  }

  private static OptionalLong rowOf(XmlPart xml) {
    Optional<String> number = xml.attribute("r").filter(text -> text.matches("[0-9]{1,9}"));
    return number.isPresent()
        ? OptionalLong.of(Long.parseLong(number.get()))
        : OptionalLong.empty();
  }

  /** Returns the column of an address such as {@code AB12}, from 0. */
  private static long columnOf(String address) {
    long column = 0;
    for (int i = 0; i < Math.min(address.length(), 8); i++) {
      char letter = address.charAt(i);
      if (letter < 'A' || letter > 'Z') {
        break;
      }
      column = column * 26 + letter - 'A' + 1;
    }
    return column - 1;
  }

  private void readShared(ZippedParts parts) throws IOException {
    Optional<XmlPart> found = parts.open("xl/sharedStrings.xml");
    if (found.isEmpty()) {
      return;
    }
    long chars = 0;
    try (XmlPart xml = found.get()) {
      while (xml.next()) {
        if (xml.starts("si")) {
          String text = text(xml, "si");
          // An empty text takes memory too.
          chars += text.length() + 16;
          if (chars > MOST_SHARED_CHARS) {
            throw new UnreadableListException(
                "it has more than 64 MB of texts", "save the sheet as .csv");
          }
          shared.add(text);
        }
      }
    }
  }

  private String cell(XmlPart xml) throws IOException {
    String type = xml.attribute("t").orElse("n");
    String style = xml.attribute("s").orElse("");
    CellText value = new CellText();
    String inline = "";
    while (xml.next() && !xml.ends("c")) {
      if (xml.starts("v")) {
        readInto(value, xml, "v");
      } else if (xml.starts("is")) {
        inline = text(xml, "is");
      } else if (xml.starts()) {
        xml.skip();
      }
    }
    String raw = value.toString();
    return switch (type) {
      case "s" -> shared(raw);
      case "inlineStr" -> inline;
      case "b" -> raw.equals("1") ? "TRUE" : raw.equals("0") ? "FALSE" : raw;
      case "n" -> formats.text(raw, style);
      default -> decoded(raw);
    };
  }

  private String shared(String index) throws IOException {
    if (!index.strip().matches("[0-9]{1,9}") || Integer.parseInt(index.strip()) >= shared.size()) {
      throw new IOException("a cell has the text %s, which is not there".formatted(index));
    }
    return shared.get(Integer.parseInt(index.strip()));
  }

  /** Reads a text of one or more runs; how it is pronounced is no part of it. */
  private static String text(XmlPart xml, String element) throws IOException {
    CellText text = new CellText();
    while (xml.next() && !xml.ends(element)) {
      if (xml.starts("rPh")) {
        xml.skip();
      } else if (xml.starts("t")) {
        readInto(text, xml, "t");
      }
    }
    return decoded(text.toString());
  }

  private static void readInto(CellText text, XmlPart xml, String element) throws IOException {
    while (xml.next() && !xml.ends(element)) {
      if (xml.isText()) {
        xml.appendTo(text);
      }
    }
  }

  /** Characters that XML has not are written as {@code _x000D_}. */
  private static String decoded(String text) {
    return text.contains("_x")
        ? XlsxFormats.ESCAPED.matcher(text).replaceAll(XlsxFormats::character)
        : text;
  }
}
