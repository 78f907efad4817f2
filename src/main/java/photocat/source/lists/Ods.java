package photocat.source.lists;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * OpenDocument spreadsheets (ISO 26300). A row or a cell may stand for many: a million empty rows
 * take no memory.
 */
final class Ods implements SheetTable.Workbook {
  private static final String CONTENT = "content.xml";

  @Override
  public List<String> sheets(ZippedParts parts) throws IOException {
    requireReadable(parts);
    List<String> names = new ArrayList<>();
    try (XmlPart xml = content(parts)) {
      while (xml.next()) {
        if (xml.starts("table")) {
          names.add(xml.attribute("name").orElse(""));
          xml.skip();
        }
      }
    }
    return names;
  }

  private static void requireReadable(ZippedParts parts) throws IOException {
    Optional<XmlPart> manifest = parts.open("META-INF/manifest.xml");
    if (manifest.isPresent()) {
      try (XmlPart xml = manifest.get()) {
        while (xml.next()) {
          if (xml.starts("encryption-data")) {
            throw new UnreadableListException(
                "it is encrypted", "save it without a password, as .ods, .xlsx or .csv");
          }
        }
      }
    }
  }

  private static XmlPart content(ZippedParts parts) throws IOException {
    return parts
        .open(CONTENT)
        .orElseThrow(() -> new IOException("its part content.xml is missing"));
  }

  @Override
  public void read(ZippedParts parts, int sheet, SheetTable.RowTaker rows) throws IOException {
    try (XmlPart xml = content(parts)) {
      int at = -1;
      while (xml.next()) {
        if (xml.starts("table") && ++at == sheet) {
          new OdsRows(rows).read(xml);
          return;
        } else if (xml.starts("table")) {
          xml.skip();
        }
      }
    }
  }

  /** Returns the text of the cell that begins here, and moves to its end. */
  static String cell(XmlPart xml) throws IOException {
    String element = xml.starts("table-cell") ? "table-cell" : "covered-table-cell";
    String type = xml.attribute("value-type").orElse("");
    Optional<String> value =
        switch (type) {
          case "float", "percentage", "currency" -> xml.attribute("value").map(Ods::number);
          case "date" -> xml.attribute("date-value");
          case "time" -> xml.attribute("time-value");
          case "boolean" ->
              xml.attribute("boolean-value").map(t -> t.equals("true") ? "TRUE" : "FALSE");
          default -> xml.attribute("string-value");
        };
    CellText text = new CellText();
    while (xml.next() && !xml.ends(element)) {
      if (xml.starts("annotation") || xml.starts("table") || xml.starts("frame")) {
        xml.skip();
      } else if (xml.starts("p")) {
        text.append(text.isEmpty() ? "" : "\n");
        readParagraph(text, xml);
      }
    }
    String told = value.orElse(text.toString());
    if (told.length() > CellText.LONGEST) {
      throw new IOException("a cell is longer than 64 KB");
    }
    return told;
  }

  private static void readParagraph(CellText text, XmlPart xml) throws IOException {
    while (xml.next() && !xml.ends("p")) {
      if (xml.isText()) {
        xml.appendTo(text);
      } else if (xml.starts("s")) {
        text.append(" ".repeat((int) Math.min(xml.count("c"), CellText.LONGEST)));
      } else if (xml.starts("tab")) {
        text.append("\t");
      } else if (xml.starts("line-break")) {
        text.append("\n");
      } else if (xml.starts("annotation") || xml.starts("note") || xml.starts("ruby-text")) {
        xml.skip();
      }
    }
  }

  private static String number(String value) {
    return value.matches("-?[0-9]{1,20}(\\.[0-9]{0,40})?([eE][-+]?[0-9]{1,2})?")
        ? new BigDecimal(value).stripTrailingZeros().toPlainString()
        : value;
  }
}
