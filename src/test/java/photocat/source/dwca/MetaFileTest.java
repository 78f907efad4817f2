package photocat.source.dwca;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photocat.model.PhotocatException;

final class MetaFileTest {
  private static final String CORE =
      """
      <core rowType="http://rs.tdwg.org/dwc/terms/Occurrence"><files><location>o.txt</location></files>
      <id index="0"/><field index="1" term="http://rs.tdwg.org/dwc/terms/sex"/></core>
      """;
  private static final String EXTENSION =
      """
      <extension rowType="http://rs.gbif.org/terms/1.0/Multimedia"><files><location>m.txt</location>
      </files><coreid index="0"/><field index="1" term="http://purl.org/dc/terms/identifier"/></extension>
      """;

  @Test
  void tablesAreToldByTerms() {
    ArchiveDescriptor archive =
        read("<archive metadata='eml.xml'>" + CORE + EXTENSION + "</archive>");

    assertThat(archive.core().kind()).isEqualTo(RowKind.OCCURRENCE);
    assertThat(archive.core().columns())
        .containsExactly(
            new ArchiveColumn("id", "", 0, null),
            new ArchiveColumn("sex", "http://rs.tdwg.org/dwc/terms/sex", 1, null));
    assertThat(archive.extensions()).hasSize(1);
    assertThat(archive.extensions().get(0).kind()).isEqualTo(RowKind.MULTIMEDIA);
    assertThat(archive.extensions().get(0).column("IDENTIFIER")).isPresent();
    assertThat(archive.metadata()).contains("eml.xml");
  }

  @Test
  void absentAttributesHaveTheDefaultsOfTheTextGuide() {
    assertThat(read("<archive>" + CORE + "</archive>").core().dialect())
        .isEqualTo(new TableDialect(',', Optional.of('"'), UTF_8, 0, ""));
  }

  @Test
  void attributesSayHowRowsAreWritten() {
    TableDialect dialect =
        dialect(
            "encoding='utf-16le' fieldsTerminatedBy='\\t' linesTerminatedBy='\\r\\n'"
                + " fieldsEnclosedBy='' ignoreHeaderLines='2' dateFormat='DD-MM-YYYY'");

    assertThat(dialect)
        .isEqualTo(
            new TableDialect('\t', Optional.empty(), StandardCharsets.UTF_16LE, 2, "DD-MM-YYYY"));
  }

  @ParameterizedTest
  @CsvSource({"\\t, 9", "&#9;, 9", "\\|, 124", "|, 124", ";, 59", "'\t', 9", "',', 44"})
  void delimitersAreWrittenInManyWays(String written, int expected) {
    assertThat((int) dialect("fieldsTerminatedBy='" + written + "'").delimiter())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"&quot;, 34", "&apos;, 39", "\\\", 34"})
  void quotesAreWrittenInManyWays(String written, int expected) {
    assertThat((int) dialect("fieldsEnclosedBy='" + written + "'").quote().orElseThrow())
        .isEqualTo(expected);
  }

  @Test
  void defaultsStandWithAndWithoutAnIndex() {
    ArchiveTable core =
        read("""
                <archive><core><files><location>a.txt</location><location>./b.txt</location></files>
                <field default="Plantae" term="http://rs.tdwg.org/dwc/terms/kingdom"/>
                <field index="3" default="DE" term="http://rs.tdwg.org/dwc/terms/countryCode"/>
                <field term="http://rs.tdwg.org/dwc/terms/sex"/></core></archive>
                """)
            .core();

    assertThat(core.columns())
        .containsExactly(
            new ArchiveColumn("kingdom", "http://rs.tdwg.org/dwc/terms/kingdom", -1, "Plantae"),
            new ArchiveColumn("countryCode", "http://rs.tdwg.org/dwc/terms/countryCode", 3, "DE"));
    assertThat(core.files()).containsExactly("a.txt", "b.txt");
    assertThat(core.keyIndex()).isEqualTo(-1);
    assertThat(core.leastCells()).isEqualTo(4);
  }

  @Test
  void columnsOfOneNameAreToldApart() {
    ArchiveTable core =
        read("""
                <archive><core><files><location>a.txt</location></files><id index="0"/>
                <field index="0" term="http://rs.gbif.org/terms/1.0/gbifID"/>
                <field index="1" term="http://purl.org/dc/terms/type"/>
                <field index="2" term="http://purl.org/dc/elements/1.1/type"/>
                <field index="3" term="http://rs.tdwg.org/dwc/terms/ScientificName"/></core></archive>
                """)
            .core();

    assertThat(core.columns().stream().map(ArchiveColumn::name))
        .containsExactly("gbifID", "type", "type_2", "scientificName");
  }

  @Test
  void anotherEncodingOfTheXmlIsRead() {
    Charset utf16 = StandardCharsets.UTF_16;
    byte[] bytes =
        ("<?xml version='1.0' encoding='utf-16'?><archive>" + CORE + "</archive>").getBytes(utf16);

    assertThat(MetaFile.read(new ByteArrayInputStream(bytes), "meta.xml").core().files())
        .isEqualTo(List.of("o.txt"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          <archive/> => line 1: it has no <core>
          <archive>CORECORE</archive> => line 3: a second <core>; an archive has one
          <dataset/> => line 1: it starts with <dataset>, not with <archive>
          <archive>CORE<extension rowType='x'><files><location>m.txt</location></files></extension></archive> => line 3: <extension> of m.txt has no <coreid>
          <archive>CORE<extension><files><location>m.txt</location></files></extension></archive> => line 3: <extension> has no rowType
          <archive><core><id index='0'/></core></archive> => line 1: <core> names no file: it has no <location>
          <archive><core><files><location> </location></files></core></archive> => line 1: <location> is empty
          <archive><core><files><location>https://a.org/o.txt</location></files></core></archive> => line 1: <location> is the address 'https://a.org/o.txt', not a file of the archive
          <archive><core><files><location>o</location></files><id/></core></archive> => line 1: <id> has no index
          <archive><core><files><location>o</location></files><id index='-1'/></core></archive> => line 1: index '-1' is no number from 0 to 999
          <archive><core><files><location>o</location></files><field index='a' term='x'/></core></archive> => line 1: index 'a' is no number from 0 to 999
          <archive><core><files><location>o</location></files><field index='1'/></core></archive> => line 1: <field> has no term
          <archive><core encoding='utf-99'></core></archive> => line 1: the encoding 'utf-99' is not known here
          <archive><core fieldsTerminatedBy='||'></core></archive> => line 1: fieldsTerminatedBy is '||'; one character of ASCII is read
          <archive><core fieldsTerminatedBy='a'></core></archive> => line 1: fieldsTerminatedBy is 'a', which is a letter, a digit or the quote
          <archive><core fieldsTerminatedBy='|' fieldsEnclosedBy='|'></core></archive> => line 1: fieldsTerminatedBy is '|', which is a letter, a digit or the quote
          <archive><core><files><location>o</location><location>./o</location></files></core></archive> => line 1: it names the file 'o' twice
          <archive><core ignoreHeaderLines='x'></core></archive> => line 1: ignoreHeaderLines is 'x', not a number from 0 to 1000
          """)
  void aBrokenRuleIsNamedWithItsLine(String xml, String found) {
    String text = xml.replace("CORE", CORE.replace("\n", " "));
    String lines = xml.contains("CORE") ? found.replaceFirst("line \\d", "line 1") : found;

    assertThatThrownBy(() -> read(text))
        .isInstanceOf(PhotocatException.class)
        .hasMessage("cannot read meta.xml in a.zip: " + lines);
  }

  @Test
  void endlessFieldsAreRefused() {
    String fields = "<field index='1' term='x'/>".repeat(1_001);

    assertThatThrownBy(() -> read("<archive><core>" + fields))
        .hasMessageEndingWith(": <core> has more than 1,000 fields or 1,000 files");
  }

  @Test
  void ofManyElementsThatAreNotKnownSomeAreNoted() {
    List<String> notes = read("<archive>" + "<x/>".repeat(99) + CORE + "</archive>").notes();

    assertThat(notes).hasSize(21).endsWith("and 79 more elements");
    assertThat(notes.get(0)).isEqualTo("line 1 of meta.xml: passed over <x>");
  }

  /** The parser of the JDK throws what it should not. */
  @Test
  void whateverTheParserThrowsTheDocumentIsRefused() {
    String odd = "<!DOCTYPE x[ PUBLIC \u0002\" \">===]";
    String deep = "<a>".repeat(2_000);

    assertThatThrownBy(() -> read(odd))
        .hasMessageStartingWith("cannot read meta.xml in a.zip: line 1: it is no whole XML: ");
    assertThatThrownBy(() -> read("<archive>" + deep))
        .hasMessageEndingWith("its elements are nested more than 1,000 deep");
  }

  /** The parser would write a line to standard error. */
  @Test
  void bytesThatAreNoTextAreNoXml() {
    byte[] bytes = "<archive>\u00e4".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> MetaFile.read(new ByteArrayInputStream(bytes), "meta.xml"))
        .hasMessage(
            "cannot read meta.xml: line 1: it is no whole XML: it is not in UTF-8, or not in the"
                + " encoding that it names");
  }

  @Test
  void extensionsNeedTheIdOfTheCore() {
    String core = CORE.replace("<id index=\"0\"/>", "");

    assertThatThrownBy(() -> read("<archive>" + core + EXTENSION + "</archive>"))
        .hasMessageContaining("<core> has no <id>, by which the extensions belong to it");
  }

  @Test
  void nothingOutsideIsRead() {
    String entity = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><archive>&x;</archive>";
    String bomb = "<!DOCTYPE a [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><archive>&b;</archive>";

    assertThatThrownBy(() -> read(entity))
        .hasMessageContaining("it has a DOCTYPE, which is not read");
    assertThatThrownBy(() -> read(bomb))
        .hasMessageContaining("it has a DOCTYPE, which is not read");
  }

  @Test
  void aHugeDocumentIsRefused() {
    String text = "<archive>" + " ".repeat(5 << 20) + "</archive>";

    assertThatThrownBy(() -> read(text))
        .hasMessage("cannot read meta.xml in a.zip: it is larger than 4,194,304 bytes");
  }

  @Test
  void whatIsNoXmlIsToldSo() {
    assertThatThrownBy(() -> read("<archive><core>"))
        .isInstanceOf(PhotocatException.class)
        .hasMessageStartingWith("cannot read meta.xml in a.zip: line 1: it is no whole XML: ");
    assertThatThrownBy(() -> read("")).isInstanceOf(PhotocatException.class);
  }

  private static TableDialect dialect(String attributes) {
    String core = CORE.replaceFirst("<core", "<core " + attributes.replace("\\", "\\\\"));
    return read("<archive>" + core + "</archive>").core().dialect();
  }

  private static ArchiveDescriptor read(String xml) {
    return MetaFile.read(new ByteArrayInputStream(xml.getBytes(UTF_8)), "meta.xml in a.zip");
  }
}
