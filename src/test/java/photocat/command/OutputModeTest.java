package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

final class OutputModeTest {
  @ParameterizedTest
  @EnumSource(OutputMode.class)
  void isParsedFromItsWordInAnyCase(OutputMode mode) {
    assertThat(OutputMode.parse(mode.word())).isEqualTo(mode);
    assertThat(OutputMode.parse(mode.name())).isEqualTo(mode);
  }

  @Test
  void refusesAnUnknownWordAndListsTheKnown() {
    assertThatThrownBy(() -> OutputMode.parse("xml"))
        .isInstanceOfSatisfying(
            PhotocatException.class,
            failure -> assertThat(failure.kind()).isEqualTo(ExitStatus.USAGE))
        .hasMessage(
            "unknown mode 'xml', expected one of [table, box, line, markdown, csv, tsv, json, jsonl, none]");
  }
}
