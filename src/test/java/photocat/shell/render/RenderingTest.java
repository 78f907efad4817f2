package photocat.shell.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import photocat.command.OutputMode;
import photocat.command.ReaderGone;
import photocat.model.Column;
import photocat.model.RowSink;

final class RenderingTest {
  private static final Results HOSTILE =
      Results.of("a VARCHAR", "b VARCHAR")
          .row("x,y", "say \"hi\"")
          .row("two\nlines", " pad")
          .row(null, "")
          .row("tab\there", "\u001b[2J\\|<b>");

  @Test
  void csvQuotesWhatRfc4180Demands() {
    assertThat(HOSTILE.in(OutputMode.CSV))
        .isEqualTo(
            """
            a,b
            "x,y","say ""hi""\"
            "two
            lines"," pad"
            ,""
            tab\there,\u001b[2J\\|<b>
            """);
  }

  @Test
  void onAScreenNothingOfStrangersRepaintsIt() {
    RenderOptions screen = new RenderOptions(80, 40, true);

    assertThat(HOSTILE.in(OutputMode.CSV, screen))
        .contains("\"two\\nlines\"")
        .contains("tab\\there,\\x1b[2J")
        .doesNotContain("\u001b");
    assertThat(HOSTILE.in(OutputMode.TSV, screen))
        .contains("tab\\there\t\\x1b[2J")
        .doesNotContain("\u001b");
  }

  @Test
  void forSpreadsheetsNoTextIsAFormula() {
    Results formulas =
        Results.of("=a VARCHAR", "n BIGINT", "b VARCHAR")
            .row("=1+1", -5, "+1")
            .row("-1", new BigDecimal("-1.5"), "@me")
            .row("\tx", 0, "\rx")
            .row("a=b", -0.5, "")
            .row("＝1", null, "'quoted");
    RenderOptions safe = RenderOptions.UNLIMITED.forSpreadsheets(true);

    assertThat(formulas.in(OutputMode.CSV, safe))
        .isEqualTo(
            """
            '=a,n,b
            '=1+1,-5,'+1
            '-1,-1.5,'@me
            '\tx,0,"'\rx"
            a=b,-0.5,""
            '＝1,,'quoted
            """);
    assertThat(formulas.in(OutputMode.TSV, safe)).startsWith("'=a\tn\tb\n'=1+1\t-5\t'+1\n");
    assertThat(formulas.in(OutputMode.CSV)).startsWith("=a,n,b\n=1+1,-5,+1\n");
    assertThat(formulas.in(OutputMode.JSONL, safe)).startsWith("{\"=a\":\"=1+1\"");
  }

  @Test
  void csvWritesItsHeaderWithoutRowsAndNoBlankLine() {
    assertThat(Results.of("a VARCHAR", "b\"c VARCHAR").in(OutputMode.CSV))
        .isEqualTo("a,\"b\"\"c\"\n");
    assertThat(Results.of("a VARCHAR").row((Object) null).in(OutputMode.CSV))
        .isEqualTo("a\n\"\"\n");
  }

  @Test
  void tsvKeepsEachRowOnOneLine() {
    assertThat(HOSTILE.in(OutputMode.TSV))
        .isEqualTo(
            """
            a	b
            x,y	say "hi"
            two\\nlines	 pad

            tab\\there	\u001b[2J\\\\|<b>
            """
                .replace("\n\n", "\n\t\n"));
  }

  @Test
  void markdownEscapesWhatWouldEndACell() {
    assertThat(HOSTILE.in(OutputMode.MARKDOWN))
        .isEqualTo(
            """
            | a | b |
            | --- | --- |
            | x,y | say "hi" |
            | two<br>lines |  pad |
            | NULL |  |
            | tab\\there | \\x1b[2J\\\\\\|\\<b> |
            """);
    assertThat(Results.of("n BIGINT").row(1L).in(OutputMode.MARKDOWN))
        .isEqualTo("| n |\n| ---: |\n| 1 |\n");
  }

  @Test
  void lineWritesOneValueALine() {
    assertThat(
            Results.of("photo_id BIGINT", "名 VARCHAR")
                .row(1L, "a\nb")
                .row(2L, null)
                .in(OutputMode.LINE))
        .isEqualTo(
            """
            photo_id = 1
                  名 = a\\nb

            photo_id = 2
                  名 = NULL
            """);
    assertThat(Results.of("a VARCHAR").in(OutputMode.LINE)).isEqualTo("0 rows\n");
  }

  @Test
  void jsonIsOneArray() {
    assertThat(HOSTILE.in(OutputMode.JSON))
        .isEqualTo(
            """
            [
            {"a":"x,y","b":"say \\"hi\\""},
            {"a":"two\\nlines","b":" pad"},
            {"a":null,"b":""},
            {"a":"tab\\there","b":"\\u001b[2J\\\\|<b>"}
            ]
            """);
    assertThat(Results.of("a VARCHAR").in(OutputMode.JSON)).isEqualTo("[]\n");
  }

  @Test
  void jsonLinesKeepTypes() {
    Results results =
        Results.of(
                "n HUGEINT",
                "d DECIMAL(9,2)",
                "x DOUBLE",
                "t BOOLEAN",
                "l INTEGER[]",
                "m STRUCT(a)",
                "j JSON",
                "day DATE")
            .row(
                new BigInteger("170141183460469231731687303715884105727"),
                new BigDecimal("1.50"),
                Double.NaN,
                true,
                Arrays.asList(1, null, "é\u0085"),
                Map.of("k", List.of(0.5)),
                "{\"a\":\n1}",
                LocalDate.of(2024, 1, 2));

    assertThat(results.in(OutputMode.JSONL))
        .isEqualTo(
            "{\"n\":170141183460469231731687303715884105727,\"d\":1.50,\"x\":null,\"t\":true,"
                + "\"l\":[1,null,\"é\\u0085\"],\"m\":{\"k\":[0.5]},\"j\":{\"a\": 1},"
                + "\"day\":\"2024-01-02\"}\n");
    assertThat(Results.of("a VARCHAR").in(OutputMode.JSONL)).isEmpty();
  }

  @Test
  void jsonGivesColumnsOfOneNameTwoKeys() {
    assertThat(
            Results.of("id INTEGER", "id INTEGER", "id_1 INTEGER")
                .row(1, 2, 3)
                .in(OutputMode.JSONL))
        .isEqualTo("{\"id\":1,\"id_1\":2,\"id_1_1\":3}\n");
  }

  @Test
  void noneWritesNothing() {
    assertThat(HOSTILE.in(OutputMode.NONE)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = OutputMode.class,
      names = {"TABLE", "LINE", "MARKDOWN", "JSON", "JSONL"})
  void noEscapeReachesATerminal(OutputMode mode) {
    assertThat(HOSTILE.in(mode)).doesNotContain("\u001b");
  }

  @Test
  void aBrokenPipeStopsTheWriting() {
    RowSink sink = Rendering.open(OutputMode.CSV, new BrokenPipe(), RenderOptions.UNLIMITED);

    assertThatThrownBy(() -> sink.columns(List.of(new Column("a", "VARCHAR"))))
        .isInstanceOf(ReaderGone.class);
  }

  private static final class BrokenPipe extends Writer {
    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
      throw new IOException("Broken pipe");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
