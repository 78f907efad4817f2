package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;
import static photocat.command.TestWorkbook.row;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShortlistWorkbookTest {
  private static final String ENTRIES =
      "SELECT taxon_key, scientific_name FROM shortlist ORDER BY ALL";
  private static final String CELLS =
      "SELECT line, original_name, cells['seen'], cells['x'] FROM shortlist_rows ORDER BY ALL";

  @TempDir private static Path folder;
  private static CommandRunner photocat;

  @BeforeAll
  static void open() {
    photocat = new CommandRunner(folder);
  }

  @AfterAll
  static void close() {
    photocat.close();
  }

  @BeforeEach
  void forget() {
    photocat.forget();
  }

  @Test
  void readsTheFirstSheetOfAnExcelWorkbook() throws IOException {
    TestWorkbook.xlsx(
            "Moths 2022",
            """
            <row r='2'><c r='B2' t='s'><v>0</v></c></row>
            <row r='4'><c r='A4' t='s'><v>1</v></c><c r='B4' t='s'><v>2</v></c>
              <c r='D4' t='inlineStr'><is><t>seen</t></is></c>
              <c t='str'><f>"x"</f><v>x</v></c></row>
            <row r='5'><c r='A5'><v>11.0</v></c><c r='B5' t='s'><v>3</v></c>
              <c r='D5' s='1'><v>45000</v></c><c r='E5'><v>1.2198382E7</v></c></row>
            <row r='1048576'><c r='A1048576' t='str'><f>1+1</f><v>12</v></c>
              <c r='B1048576' t='inlineStr'><is><t>Mantis religiosa</t></is></c>
              <c r='D1048576' s='2'><v>45000.5</v></c><c r='E1048576' t='b'><v>1</v></c></row>
            """,
            "Two",
            row("name") + row("Bellis perennis"))
        .with(
            "xl/sharedStrings.xml",
            """
            <sst><si><t>Danske micro- og macrolepidoptera</t></si><si><t>TaxonID</t></si>
            <si><r><t>Latin </t></r><r><t>name</t></r><rPh><t>yomi</t></rPh></si>
            <si><t xml:space="preserve">Apis_x000D_mellifera &amp; co</t></si></sst>
            """)
        .with(
            "xl/styles.xml",
            """
            <styleSheet><numFmts><numFmt numFmtId='165' formatCode='[$-409]d\\ mmm;@'/></numFmts>
            <cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='165'/></cellXfs></styleSheet>
            """)
        .write(folder.resolve("list.xlsx"));

    photocat.done("shortlist", "load", "list.xlsx");

    assertThat(photocat.said())
        .isEqualTo(
            """
            list.xlsx: 2 taxa (2 new), 2 spellings new, 0 rows rejected
            list.xlsx: names from Latin name; keys from TaxonID
            warning: 1 name has a line break; look whether a quote there has swallowed rows\
            """);
    assertThat(photocat.rows(ENTRIES))
        .containsExactly("11|Apis\rmellifera & co", "12|Mantis religiosa");
    assertThat(photocat.rows(CELLS))
        .containsExactly(
            "1|Apis\rmellifera & co|2023-03-15|12198382",
            "1048572|Mantis religiosa|2023-03-15T12:00|TRUE");
    for (String sheet : new String[] {"two", "2"}) {
      photocat.done("shortlist", "load", "list.xlsx", "--sheet", sheet);
      assertThat(photocat.rows(ENTRIES)).containsExactly("Bellis perennis|Bellis perennis");
    }
    refused(
        "list.xlsx", "it has no sheet Three", "its sheets are Moths 2022, Two", "--sheet", "Three");
  }

  @Test
  void takesNoHiddenSheetUnasked() throws IOException {
    TestWorkbook.xlsx(
            "Lookup", row("name") + row("Old one"), "Taxa", row("name") + row("Apis mellifera"))
        .with(
            "xl/workbook.xml",
            "<workbook><sheets><sheet name='Lookup' id='r0' state='veryHidden'/>"
                + "<sheet name='Taxa' id='r2'/></sheets></workbook>")
        .write(folder.resolve("hidden.xlsx"));

    photocat.done("shortlist", "load", "hidden.xlsx");
    assertThat(photocat.rows(ENTRIES)).containsExactly("Apis mellifera|Apis mellifera");

    photocat.done("shortlist", "load", "hidden.xlsx", "--sheet", "Lookup");
    assertThat(photocat.rows(ENTRIES)).containsExactly("Old one|Old one");
  }

  @Test
  void countsWhatIsHiddenAndFillsWhatIsMerged() throws IOException {
    String rows =
        row("Moths", "", "")
            + row("Genus", "species", "Notes", "Site")
            + row("Apis", "mellifera", "n", "x")
            + row("", "cerana", "", "").replace("<row>", "<row hidden='1'>")
            + row("", "", "", "")
            + row("", "florea", "other", "").replace("<row>", "<row hidden='true'>")
            + row("Bellis", "perennis", "", "");
    TestWorkbook.xlsx("s", "")
        .with(
            "xl/worksheets/s0.xml",
            "<worksheet><cols><col min='1' max='2' width='9'/><col min='3' max='3' hidden='1'/>"
                + "<col min='4' max='16384' hidden='true'/></cols><sheetData>"
                + rows
                + "</sheetData><mergeCells count='4'><mergeCell ref='A3:A6'/><mergeCell ref='C3:D4'/>"
                + "<mergeCell ref='A1:D1'/><mergeCell ref='A8:A900'/></mergeCells></worksheet>")
        .write(folder.resolve("merged.xlsx"));

    photocat.done("shortlist", "load", "merged.xlsx");

    assertThat(photocat.said())
        .endsWith("\nwarning: 2 hidden rows and 2 hidden columns of the sheet are read too");
    assertThat(
            photocat.rows(
                "SELECT line, original_name, cells['Notes'], cells['Site'] FROM shortlist_rows"
                    + " ORDER BY ALL"))
        .containsExactly(
            "1|Apis mellifera|n|x",
            "2|Apis cerana|n|null",
            "4|Apis florea|other|null",
            "5|Bellis perennis|null|null");
  }

  @Test
  void countsWhatIsHiddenAndFillsWhatIsMergedInLibreOffice() throws IOException {
    TestWorkbook.ods(
            """
            <table:table table:name='s'><table:table-column table:number-columns-repeated='2'/>
            <table:table-column table:visibility='collapse' table:number-columns-repeated='9'/>
            <table:table-row><table:table-cell><text:p>genus</text:p></table:table-cell>
            <table:table-cell><text:p>species</text:p></table:table-cell>
            <table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>
            <table:table-row><table:table-cell table:number-rows-spanned='3'><text:p>Apis</text:p>
            </table:table-cell><table:table-cell><text:p>mellifera</text:p></table:table-cell></table:table-row>
            <table:table-row table:visibility='filter' table:number-rows-repeated='2'><table:covered-table-cell/>
            <table:table-cell><text:p>cerana</text:p></table:table-cell></table:table-row>
            <table:table-row table:visibility='visible'><table:table-cell/>
            <table:table-cell><text:p>Bellis perennis</text:p></table:table-cell></table:table-row>
            </table:table>
            """)
        .write(folder.resolve("merged.ods"));

    photocat.done("shortlist", "load", "merged.ods");

    assertThat(photocat.said())
        .endsWith("\nwarning: 2 hidden rows and 1 hidden column of the sheet are read too");
    assertThat(photocat.rows("SELECT line, original_name FROM shortlist_rows ORDER BY ALL"))
        .containsExactly("1|Apis mellifera", "2|Apis cerana", "3|Apis cerana", "4|Bellis perennis");
  }

  @Test
  void readsDatesOfOldMacs() throws IOException {
    TestWorkbook.xlsx(
            "s",
            row("name", "seen")
                + "<row>"
                + row("Apis").replaceAll("</?row>", "")
                + "<c s='0'><v>43538</v></c></row>")
        .with("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId='14'/></cellXfs></styleSheet>")
        .with(
            "xl/workbook.xml",
            "<workbook><workbookPr date1904='1'/><sheets>"
                + "<sheet name='s' id='r0'/></sheets></workbook>")
        .write(folder.resolve("mac.xlsx"));

    photocat.done("shortlist", "load", "mac.xlsx");

    assertThat(photocat.rows("SELECT cells['seen'] FROM shortlist_rows"))
        .containsExactly("2023-03-15");
  }

  @Test
  void readsASheetWithoutAHeader() throws IOException {
    TestWorkbook.xlsx("s", row("Danske arter") + row("Triodia sylvina\u00a0L.", "macros"))
        .write(folder.resolve("list.xlsx"));
    Files.writeString(folder.resolve("list.csv"), "1,Apis mellifera\n2,Bellis perennis\n");

    refused(
        "list.xlsx",
        "its columns are Danske arter, none of them is known to hold names",
        "name the columns with --key COLUMN and --name COLUMN, or say --no-header");
    photocat.done("shortlist", "load", "list.xlsx", "--no-header");
    assertThat(photocat.said()).endsWith("list.xlsx: names from column 1");
    assertThat(photocat.rows("SELECT scientific_name FROM shortlist ORDER BY ALL"))
        .containsExactly("Danske arter", "Triodia sylvina\u00a0L.");
    photocat.done(
        "shortlist",
        "load",
        "list.csv",
        "--list",
        "list",
        "--no-header",
        "--name",
        "2",
        "--key",
        "1");
    assertThat(photocat.said()).endsWith("list.csv: names from column 2; keys from column 1");
    assertThat(photocat.rows(ENTRIES)).containsExactly("1|Apis mellifera", "2|Bellis perennis");
    assertThat(photocat.rows("SELECT line, cells['column 1'] FROM shortlist_rows ORDER BY ALL"))
        .containsExactly("1|1", "2|2");
  }

  @Test
  void readsASheetOfLibreOffice() throws IOException {
    String million = " table:number-rows-repeated='1048000'";
    TestWorkbook.ods(
            """
            <table:table table:name='First'><table:table-column/><table:shapes><text:p>x</text:p>
            </table:shapes><table:table-header-rows><table:table-row>
            <table:table-cell><text:p>id</text:p></table:table-cell>
            <table:table-cell><text:p>Scientific<text:s/>name</text:p></table:table-cell>
            <table:covered-table-cell table:number-columns-repeated='2'/>
            <table:table-cell><text:p>seen</text:p></table:table-cell>
            <table:table-cell><text:p>x</text:p></table:table-cell>
            </table:table-row></table:table-header-rows>
            <table:table-row%1$s><table:table-cell table:number-columns-repeated='16384'/>
            </table:table-row><table:table-row>
            <table:table-cell o:value-type='float' o:value='1.1E1'><text:p>11,0</text:p></table:table-cell>
            <table:table-cell o:value-type='string'><o:annotation><text:p>note</text:p></o:annotation>
            <text:p>Apis <text:span>mellifera</text:span></text:p></table:table-cell>
            <table:table-cell table:number-columns-repeated='2'/>
            <table:table-cell o:value-type='date' o:date-value='2023-03-15'><text:p>15.3.</text:p></table:table-cell>
            <table:table-cell o:value-type='boolean' o:boolean-value='true'/>
            <table:table-cell table:number-columns-repeated='16378'/>
            </table:table-row><table:table-row%1$s><table:table-cell/></table:table-row>
            </table:table><table:table table:name='Second'><table:table-row>
            <table:table-cell><text:p>name</text:p></table:table-cell></table:table-row><table:table-row
             table:number-rows-repeated='2'><table:table-cell><text:p>Bellis</text:p></table:table-cell>
            </table:table-row></table:table>
            """
                .formatted(million))
        .write(folder.resolve("list.ods"));

    photocat.done("shortlist", "load", "list.ods");

    assertThat(photocat.rows(ENTRIES)).containsExactly("11|Apis mellifera");
    assertThat(photocat.rows(CELLS)).containsExactly("1048001|Apis mellifera|2023-03-15|TRUE");
    photocat.done("shortlist", "load", "list.ods", "--sheet", "Second");
    assertThat(photocat.rows("SELECT line, scientific_name FROM shortlist_rows ORDER BY ALL"))
        .containsExactly("1|Bellis", "2|Bellis");
  }

  @Test
  void endsWithOneLineAtAHostileWorkbook() throws IOException {
    String rows = row("name") + row("Apis");
    write("bomb.xlsx", TestWorkbook.xlsx("s", rows + " ".repeat(90 << 20)));
    write(
        "wide.xlsx",
        TestWorkbook.xlsx("s", row("name") + "<row><c r='ZZZZZZ1'><v>1</v></c></row>"));
    write("cell.xlsx", TestWorkbook.xlsx("s", row("name") + row("a".repeat(70_000))));
    write("index.xlsx", TestWorkbook.xlsx("s", row("name") + "<row><c t='s'><v>7</v></c></row>"));
    write("open.xlsx", TestWorkbook.xlsx("s", rows + "<row>"));
    write("lacks.xlsx", TestWorkbook.xlsx("s", rows).with("xl/_rels/workbook.xml.rels", "<R/>"));
    write(
        "doc.xlsx",
        TestWorkbook.xlsx("s", rows)
            .with(
                "xl/workbook.xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><workbook>&e;</workbook>"));
    write(
        "many.ods",
        TestWorkbook.ods(
            "<table:table><table:table-row table:number-rows-repeated='99999999'><table:table-cell>"
                + "<text:p>name</text:p></table:table-cell></table:table-row></table:table>"));
    write(
        "columns.ods",
        TestWorkbook.ods(
            "<table:table><table:table-row><table:table-cell"
                + " table:number-columns-repeated='99999999'><text:p>name</text:p>"
                + "</table:table-cell></table:table-row></table:table>"));

    refused("bomb.xlsx", "it inflates to more than 200 times its size", "");
    refused("wide.xlsx", "it has a row of more than 16,384 columns", "");
    refused("cell.xlsx", "a cell is longer than 64 KB", "");
    refused("index.xlsx", "a cell has the text 7, which is not there", "");
    refused("open.xlsx", "xl/worksheets/s0.xml is damaged, or not the XML of a workbook", "");
    refused("lacks.xlsx", "it has no sheet", "save it as .csv");
    refused("doc.xlsx", "xl/workbook.xml declares entities, which no workbook does", "");
    refused("columns.ods", "it has a row of more than 16,384 columns", "");
    refused("many.ods", "its row 1 stands for 99999999 rows that are the same", "");
  }

  @Test
  void saysWhatToDoWithFilesThatItDoesNotRead() throws IOException {
    byte[] old = {
      (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };
    String start = new String(old, StandardCharsets.ISO_8859_1);
    String spaced =
        new String(
            "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    write("old.xls", start + "\0".repeat(2000));
    write("secret.xlsx", start + "\0".repeat(2000) + spaced);
    write("page.xls", "\n<HTML><body><table><tr><td>name</td></tr></table></body></html>");
    write("xml.xls", "<?xml version=\"1.0\"?><Workbook/>");
    write("list.pdf", "%PDF-1.7\n");
    write("list.csv", "name\nApis\n");
    TestWorkbook.xlsx().with("word/document.xml", "").write(folder.resolve("doc.docx"));
    write("broken.xlsx", "PK\3\4 and no more");
    write(
        "secret.ods",
        TestWorkbook.ods("").with("META-INF/manifest.xml", "<m><encryption-data/></m>"));

    refused("old.xls", "it is a workbook of old Excel (.xls)", "save it as .xlsx or .csv");
    refused(
        "secret.xlsx",
        "it is an encrypted workbook",
        "save it without a password, as .xlsx or .csv");
    refused("secret.ods", "it is encrypted", "save it without a password, as .ods, .xlsx or .csv");
    String save = "open it in a spreadsheet and save it as .xlsx or .csv";
    refused("page.xls", "it is a web page, whatever its name says", save);
    refused("xml.xls", "it is XML, and no workbook in a zip archive", save);
    refused("list.pdf", "it is a PDF file", "give the list as .csv or .xlsx");
    refused("broken.xlsx", "it is a damaged zip archive", "");
    write("two.xlsx", TestWorkbook.xlsx("Info", row("About"), "Taxa", row("name")));
    refused(
        "two.xlsx",
        "its columns are About, none of them is known to hold names",
        "name the columns with --key COLUMN and --name COLUMN, or say --no-header, or take another"
            + " sheet with --sheet: Info, Taxa");
    refused("list.csv", "it has no sheets", "leave out --sheet", "--sheet", "1");
    refused("list.csv", "it is no SQLite database", "leave out --table", "--table", "t");
  }

  private static void write(String file, TestWorkbook workbook) throws IOException {
    workbook.write(folder.resolve(file));
  }

  private static void write(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content, StandardCharsets.ISO_8859_1);
  }

  private static void refused(String file, String found, String hint, String... more) {
    String[] words = new String[3 + more.length];
    System.arraycopy(new String[] {"shortlist", "load", file}, 0, words, 0, 3);
    System.arraycopy(more, 0, words, 3, more.length);
    assertThat(photocat.run(words)).isEqualTo(1);
    assertThat(photocat.said())
        .isEqualTo(
            "error: cannot read %s: %s".formatted(folder.resolve(file), found)
                + (hint.isEmpty() ? "" : "\nhint: " + hint));
  }
}
