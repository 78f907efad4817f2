package photocat.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlLexerTest {
  /** Text, then its tokens as {@code KIND text}, with {@code ~} for a line break in both. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "select a_1                | WORD select, WORD a_1",
        "a$b$c                     | WORD a$b$c",
        "größe $é                  | WORD größe, PARAMETER $é",
        "'it''s; x'y               | STRING 'it''s; x', WORD y",
        "'a\\'b                    | STRING 'a\\', WORD b",
        "E'it\\'s; x'y             | STRING E'it\\'s; x', WORD y",
        "e'a''\\\\'y               | STRING e'a''\\\\', WORD y",
        "type'x'                   | WORD type, STRING 'x'",
        "x'41'                     | WORD x, STRING '41'",
        "\"a\"\"b;\"c              | QUOTED_NAME \"a\"\"b;\", WORD c",
        "$$a;$b$c$$d               | STRING $$a;$b$c$$, WORD d",
        "$a1$x;$$y$a1$z            | STRING $a1$x;$$y$a1$, WORD z",
        "$_$x$_$                   | STRING $_$x$_$",
        "$ä$x;y$ä$                 | STRING $ä$x;y$ä$",
        "1$a$x;$a$                 | NUMBER 1, STRING $a$x;$a$",
        "$1a$x                     | POSITION $1, WORD a$x",
        "$taxon,$1 ?               | PARAMETER $taxon, SYMBOL `,`, POSITION $1, POSITION ?",
        "$a.b                      | PARAMETER $a, SYMBOL ., WORD b",
        "a$b                       | WORD a$b",
        "$ x                       | SYMBOL $, WORD x",
        "1--2;~3                   | NUMBER 1, COMMENT --2;, NUMBER 3",
        "-- it's                   | COMMENT -- it's",
        "/* a /* b; */ c */d       | COMMENT /* a /* b; */ c */, WORD d",
        "2*/*c*/3                  | NUMBER 2, SYMBOL *, COMMENT /*c*/, NUMBER 3",
        "/*/ x */y                 | COMMENT /*/ x */, WORD y",
        "# a                       | SYMBOL #, WORD a",
        "1_000 1.5e-3 .5 1.e3 1abc | NUMBER 1_000, NUMBER 1.5e-3, NUMBER .5, NUMBER 1.e3, NUMBER 1, WORD abc",
        "([{}]);                   | OPEN (, OPEN [, OPEN {, CLOSE }, CLOSE ], CLOSE ), SEMICOLON ;",
        "a::int                    | WORD a, SYMBOL :, SYMBOL :, WORD int",
        "'a                        | UNCLOSED_STRING 'a",
        "'a''                      | UNCLOSED_STRING 'a''",
        "E'a\\'                    | UNCLOSED_STRING E'a\\'",
        "E'a\\                     | UNCLOSED_STRING E'a\\",
        "\"a;                      | UNCLOSED_NAME \"a;",
        "$t$a$$;                   | UNCLOSED_STRING $t$a$$;",
        "/* a /* b */              | UNCLOSED_COMMENT /* a /* b */",
      })
  void cutsTextAsDuckDbDoes(String text, String tokens) {
    assertThat(described(text.replace('~', '\n'))).isEqualTo(tokens.replace("`,`", ","));
  }

  @Test
  void takesUnicodeSpacesForSpace() {
    assertThat(described("a\u00a0b\u3000c\r\nd")).isEqualTo("WORD a, WORD b, WORD c, WORD d");
  }

  @Test
  void endsLineCommentAtCarriageReturn() {
    assertThat(described("-- c\r1")).isEqualTo("COMMENT -- c, NUMBER 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\ud800", "$", "'", "e'", "\0"})
  void takesAnyText(String text) {
    assertThat(SqlLexer.read(text)).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void coversEverythingButSpaceWithTokensInOrder() {
    Random random = new Random(7);
    String alphabet = "aE1_$$'\"\\;-/*?(){}.,é \n";
    for (int round = 0; round < 5_000; round++) {
      String text =
          random
              .ints(random.nextInt(30), 0, alphabet.length())
              .mapToObj(alphabet::charAt)
              .map(String::valueOf)
              .collect(Collectors.joining());

      int end = 0;
      for (Token token : SqlLexer.read(text)) {
        assertThat(text.substring(end, token.start())).as(text).isBlank();
        assertThat(token.end()).as(text).isGreaterThan(token.start());
        end = token.end();
      }
      assertThat(text.substring(end)).as(text).isBlank();
    }
  }

  private static String described(String text) {
    List<Token> tokens = SqlLexer.read(text);
    return tokens.stream()
        .map(token -> token.kind() + " " + token.in(text))
        .collect(Collectors.joining(", "));
  }
}
