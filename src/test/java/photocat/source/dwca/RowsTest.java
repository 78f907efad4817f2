package photocat.source.dwca;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row comes, or is told of with its line and what is wrong with it. */
final class RowsTest {
  private static final String TABS = "fieldsTerminatedBy='\\t' fieldsEnclosedBy=''";
  private static final String COMMAS = "";

  @TempDir Path folder;

  @Test
  void withoutQuotesTheyAreCharacters() throws IOException {
    ReadRows read = read(TABS, "1\t\"a\tb\"\n2\t\"\"\t'\n");

    assertThat(read.rows()).containsExactly(List.of("1", "\"a", "b\""), List.of("2", "\"\"", "'"));
    assertThat(read.odd()).isEmpty();
  }

  @Test
  void quotedCellsHoldDelimitersLinesAndQuotes() throws IOException {
    ReadRows read = read(COMMAS, "1,\"a, b\",\"c\nd\r\ne\"\n2,\"say \"\"hi\"\"\",\"\"\n3,,\n");

    assertThat(read.rows())
        .containsExactly(
            List.of("1", "a, b", "c\nd\r\ne"),
            List.of("2", "say \"hi\"", ""),
            List.of("3", "", ""));
    assertThat(read.odd()).isEmpty();
  }

  /** As Python's reader and that of GBIF take them. */
  @Test
  void quotesInTheWrongPlaceAreCharacters() throws IOException {
    ReadRows read = read(COMMAS, "1,a\"b\",c\n2,\"a\"b,\"c\" \n3,5\" 6',x\n");

    assertThat(read.rows())
        .containsExactly(
            List.of("1", "a\"b\"", "c"), List.of("2", "ab", "c "), List.of("3", "5\" 6'", "x"));
  }

  @Test
  void anotherQuoteAndDelimiterAreTaken() throws IOException {
    ReadRows read = read("fieldsTerminatedBy='|' fieldsEnclosedBy=\"'\"", "1|'a|''b'|c\n2|\"x|y\n");

    assertThat(read.rows()).containsExactly(List.of("1", "a|'b", "c"), List.of("2", "\"x", "y"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void linesEndAsTheyDo(String end) throws IOException {
    String text = String.join(end, "1\ta\tb", "2\tc\td", "", "3\te\tf");

    assertThat(read(TABS, text).rows()).hasSize(3).contains(List.of("3", "e", "f"));
    assertThat(read(COMMAS, text.replace('\t', ',') + end).rows()).hasSize(3);
  }

  @Test
  void whatIsNoRowIsToldWithItsLine() throws IOException {
    ReadRows read = read(TABS, "1\ta\tb\n2\ta\n\n3\ta\tb\tc\n4\ta\tb\u0000\n5\ta\rb\tc\n6\ta\tb");

    assertThat(read.rows()).extracting(row -> row.get(0)).containsExactly("1", "6");
    assertThat(read.reasons())
        .containsExactly(
            "2: 2 columns found, 3 expected",
            "4: 4 columns found, 3 expected",
            "5: a NUL is in the row",
            "6: a carriage return is in the row");
    assertThat(read.odd().get(0).text()).isEqualTo("2\ta");
  }

  @Test
  void aQuoteThatIsNotClosedCostsItsOwnLineOnly() throws IOException {
    StringBuilder text = new StringBuilder("1,a,b\n2,\"open,b\n");
    for (int row = 3; row < 100; row++) {
      text.append(row).append(",a,b\n");
    }

    ReadRows read = read(COMMAS, text.toString());

    assertThat(read.rows()).hasSize(98);
    assertThat(read.reasons()).containsExactly("2: a quoted cell has no closing quote");
  }

  @Test
  void aQuoteThatIsNotClosedForAMegabyteCostsItsOwnLineOnly() throws IOException {
    StringBuilder text = new StringBuilder("0,\"open,b\n");
    for (int row = 1; row <= 600_000; row++) {
      text.append(row).append(",a,b\n");
    }

    ReadRows read = read(COMMAS, text.toString());

    assertThat(read.rows()).hasSize(600_000);
    assertThat(read.reasons()).containsExactly("1: a quoted cell has no closing quote");
  }

  @Test
  void aRowLongerThanAMegabyteIsToldAndPassed() throws IOException {
    String huge = "x".repeat(9 << 20);

    ReadRows tabs = read(TABS, "1\ta\tb\n2\t" + huge + "\tb\n3\ta\tb\n4\ta\tb\n");
    ReadRows open = read(COMMAS, "1,a,b\n2,\"" + huge + "\n3,a,b\n");
    ReadRows last = read(TABS, "1\ta\tb\n2\t" + huge);
    ReadRows medium = read(TABS, "1\t" + huge.substring(0, 1 << 20) + "\tb\n2\ta\tb\n");

    assertThat(tabs.rows()).extracting(row -> row.get(0)).containsExactly("1", "3", "4");
    assertThat(tabs.reasons()).containsExactly("2: the row is longer than 1 MB");
    assertThat(tabs.odd().get(0).text()).startsWith("2\txxx").hasSize(10_000);
    assertThat(open.rows()).extracting(row -> row.get(0)).containsExactly("1", "3");
    assertThat(open.reasons()).containsExactly("2: the row is longer than 1 MB");
    assertThat(last.reasons()).containsExactly("2: the row is longer than 1 MB");
    assertThat(medium.rows()).containsExactly(List.of("2", "a", "b"));
  }

  @Test
  void bytesThatAreNoTextMakeTheirRowOdd() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("1\tä\tb\n2\t".getBytes(UTF_8));
    bytes.write(0xe4);
    bytes.write("\tb\n3\t€\tb\n".getBytes(UTF_8));

    ReadRows read = ReadRows.ofCore(TestArchive.core(TABS, bytes.toByteArray()).zip(zip()));

    assertThat(read.rows()).containsExactly(List.of("1", "ä", "b"), List.of("3", "€", "b"));
    assertThat(read.reasons()).containsExactly("2: the row is not in UTF-8");
  }

  @Test
  void otherEncodingsAreRead() throws IOException {
    String text = "1\tä€\uD83C\uDF3F\tb\n".repeat(50_000);

    assertThat(encoded("UTF-16LE", text, UTF_16LE)).hasSize(50_000).contains(row(text));
    assertThat(encoded("UTF-8", text, UTF_16)).hasSize(50_000).contains(row(text));
    assertThat(encoded("latin1", "1\tä\tb\n", ISO_8859_1)).containsExactly(List.of("1", "ä", "b"));
    assertThat(encoded("UTF-8", "\ufeff1\tä\tb\n", UTF_8)).containsExactly(List.of("1", "ä", "b"));
    assertThat(encoded("windows-1252", "1\t€\tb\n", Charset.forName("windows-1252")))
        .containsExactly(List.of("1", "€", "b"));
  }

  @Test
  void halfACharacterMakesItsRowOdd() throws IOException {
    String text = "1\ta\tb\n2\t\uD83C\tb\n3\ta\tb\n";
    byte[] bytes = new byte[text.length() * 2];
    for (int at = 0; at < text.length(); at++) {
      bytes[2 * at] = (byte) text.charAt(at);
      bytes[2 * at + 1] = (byte) (text.charAt(at) >> 8);
    }

    ReadRows read =
        ReadRows.ofCore(TestArchive.core(TABS + " encoding='UTF-16LE'", bytes).zip(zip()));

    assertThat(read.rows()).extracting(row -> row.get(0)).containsExactly("1", "3");
    assertThat(read.reasons()).containsExactly("2: the row is not in UTF-16LE");
  }

  @Test
  void headersAreSkippedAndTellTheColumns() throws IOException {
    String text = "# made by hand\nid,sex,\"day\nof month\",more\n1,a,b,c\n2,a,b\n";

    ReadRows read = read("ignoreHeaderLines='2'", text);

    assertThat(read.rows()).containsExactly(List.of("1", "a", "b", "c"));
    assertThat(read.reasons()).containsExactly("5: 3 columns found, 4 expected");
  }

  @Test
  void aTableOfEndlessColumnsIsRefused() throws IOException {
    Path zip = TestArchive.core(COMMAS, ",".repeat(9_999).getBytes(UTF_8)).zip(zip());

    assertThatThrownBy(() -> ReadRows.ofCore(zip))
        .hasMessage(
            "cannot read o.txt in %s: its rows have 10,000 columns, 1,000 at most are read", zip);
  }

  @Test
  void aTableWithFewerColumnsThanMetaXmlTellsOfIsRefused() throws IOException {
    byte[] text = "id,sex,day\n1,a,b\n".getBytes(UTF_8);
    Path zip = TestArchive.core(TABS + " ignoreHeaderLines='1'", text).zip(zip());

    assertThatThrownBy(() -> ReadRows.ofCore(zip))
        .hasMessage("cannot read o.txt in %s: its rows have 1 column, meta.xml tells of 3", zip);
  }

  @Test
  void emptyTablesHaveNoRows() throws IOException {
    assertThat(read(TABS, "").rows()).isEmpty();
    assertThat(read(TABS + " ignoreHeaderLines='1'", "id\tsex\tday").rows()).isEmpty();
  }

  private static List<String> row(String text) {
    return List.of(text.substring(0, text.indexOf('\n')).split("\t", -1));
  }

  private List<List<String>> encoded(String encoding, String text, Charset charset)
      throws IOException {
    byte[] bytes = text.getBytes(charset);
    return ReadRows.ofCore(
            TestArchive.core(TABS + " encoding='" + encoding + "'", bytes).zip(zip()))
        .rows();
  }

  private ReadRows read(String attributes, String text) throws IOException {
    return ReadRows.ofCore(TestArchive.core(attributes, text.getBytes(UTF_8)).zip(zip()));
  }

  private Path zip() {
    return folder.resolve("a.zip");
  }
}
