package photocat.source.lists;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import photocat.FuzzInput;

/**
 * Whatever stands in the parts of a workbook, it is refused in one line, or its rows come in order.
 * A line {@code == sheet} or the like begins a part.
 */
public final class WorkbookFuzz {
  private static final Map<String, String> NAMES =
      Map.of(
          "sheet", "xl/worksheets/s0.xml",
          "strings", "xl/sharedStrings.xml",
          "styles", "xl/styles.xml",
          "workbook", "xl/workbook.xml",
          "rels", "xl/_rels/workbook.xml.rels",
          "content", "content.xml");

  private WorkbookFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : new String(FuzzInput.bytes(data), ISO_8859_1).split("(?m)^== ", -1)) {
      int end = part.indexOf('\n');
      String name = end < 0 ? null : NAMES.get(part.substring(0, end));
      if (name != null) {
        parts.put(name, part.substring(end + 1));
      }
    }
    if (parts.containsKey("content.xml")) {
      parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    } else {
      parts.put("[Content_Types].xml", "<Types/>");
      parts.putIfAbsent(
          "xl/workbook.xml", "<workbook><sheets><sheet name='s' id='r0'/></sheets></workbook>");
      parts.putIfAbsent(
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id='r0' Target='worksheets/s0.xml'/></Relationships>");
    }
    ListFileFuzz.read("workbook", zip(parts));
  }

  private static byte[] zip(Map<String, String> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(ISO_8859_1));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
