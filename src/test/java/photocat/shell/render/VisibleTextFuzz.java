package photocat.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import photocat.FuzzInput;
import photocat.model.JsonText;
import photocat.model.OneLine;

/** Text from outside controls no terminal, breaks no line and takes no more room than it has. */
public final class VisibleTextFuzz {
  private static final String HARMFUL = "[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069\\u2028\\u2029]";

  private VisibleTextFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    String text = FuzzInput.text(data);
    check(VisibleText.of(text), HARMFUL);
    check(VisibleText.ofLines(text), HARMFUL + "&&[^\\n\\t]");
    check(JsonText.of(text), "\\p{Cc}");
    check(OneLine.of(text), HARMFUL);
    check(OneLine.whole(text), HARMFUL);
    assertThat(OneLine.of(text)).hasSizeLessThanOrEqualTo(81);
    int width = text.length() % 20;
    String cut = DisplayWidth.cut(VisibleText.of(text), width, "…");
    assertThat(DisplayWidth.of(cut)).isLessThanOrEqualTo(Math.max(width, 1));
    check(cut, HARMFUL);
  }

  private static void check(String shown, String harmful) {
    assertThat(shown).doesNotContainPattern("[" + harmful + "]");
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(shown)).isTrue();
  }
}
