package photocat.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks as their XML is, so that each test can break one rule. */
final class TestWorkbook {
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, String> parts = new LinkedHashMap<>();

  private TestWorkbook() {}

  /** An Excel workbook with sheets of rows, named in pairs: name, rows. */
  static TestWorkbook xlsx(String... sheets) {
    TestWorkbook workbook = new TestWorkbook();
    StringBuilder names = new StringBuilder();
    StringBuilder targets = new StringBuilder();
    for (int i = 0; i < sheets.length; i += 2) {
      names.append("<sheet name='%s' sheetId='%d' r:id='r%d'/>".formatted(sheets[i], i, i));
      targets.append("<Relationship Id='r%d' Target='worksheets/s%d.xml'/>".formatted(i, i));
      workbook.with(
          "xl/worksheets/s%d.xml".formatted(i),
          "<worksheet><sheetData>" + sheets[i + 1] + "</sheetData></worksheet>");
    }
    return workbook
        .with("[Content_Types].xml", "<Types/>")
        .with(
            "xl/workbook.xml",
            "<workbook xmlns:r='%s'><workbookPr/><sheets>%s</sheets></workbook>"
                .formatted(RELATIONS, names))
        .with("xl/_rels/workbook.xml.rels", "<Relationships>" + targets + "</Relationships>");
  }

  /** A LibreOffice workbook with the XML of its tables. */
  static TestWorkbook ods(String tables) {
    return new TestWorkbook()
        .with("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        .with(
            "content.xml",
            "<o:document-content xmlns:o='o' xmlns:table='t' xmlns:text='x'><o:spreadsheet>"
                + tables
                + "</o:spreadsheet></o:document-content>");
  }

  /** Puts a part in, or in the place of another. */
  TestWorkbook with(String part, String content) {
    parts.put(part, content);
    return this;
  }

  /** A row of texts. */
  static String row(String... texts) {
    StringBuilder row = new StringBuilder("<row>");
    for (String text : texts) {
      row.append("<c t='inlineStr'><is><t>").append(text).append("</t></is></c>");
    }
    return row.append("</row>").toString();
  }

  /** Writes it to {@code file}. */
  void write(Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }
}
