package photocat.shell;

import java.util.Objects;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Buffer;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import photocat.shell.render.VisibleText;

/** The keys of the prompt that JLine does not have, and the colours of what is typed. */
final class LineEditing {
  private final LineReader reader;

  LineEditing(LineReader reader) {
    this.reader = reader;
  }

  void bindKeys() {
    KeyMap<Binding> keys = Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN));
    reader.getWidgets().put("run-now", this::runNow);
    keys.bind(new Reference("run-now"), KeyMap.alt('\r'), KeyMap.alt('\n'));
    takesSuggestion(
        keys, "forward-or-take", LineReader.FORWARD_CHAR, "\u001b[C", "\u001bOC", "\u0006");
    takesSuggestion(keys, "end-or-take", LineReader.END_OF_LINE, "\u001b[F", "\u001bOF", "\u0005");
    // JLine's own editor; ours is .edit, which .safe forbids.
    keys.unbind("\u0018\u0005");
  }

  /** Alt-Enter: runs what is there as if {@code ;} had been typed. */
  private boolean runNow() {
    String typed = reader.getBuffer().toString();
    if (!typed.isBlank() && !typed.stripTrailing().endsWith(";")) {
      reader.getBuffer().cursor(reader.getBuffer().length());
      reader.getBuffer().write(";");
    }
    reader.callWidget(LineReader.ACCEPT_LINE);
    return true;
  }

  /** Lets keys that move to the right take over the grey text at the end of the line. */
  private void takesSuggestion(
      KeyMap<Binding> keys, String name, String otherwise, String... sequences) {
    reader
        .getWidgets()
        .put(
            name,
            () -> {
              Buffer typed = reader.getBuffer();
              String suggestion = reader.getTailTip();
              if (typed.cursor() == typed.length() && suggestion != null && !suggestion.isEmpty()) {
                typed.write(suggestion);
              } else {
                reader.callWidget(otherwise);
              }
              return true;
            });
    keys.bind(new Reference(name), sequences);
  }

  static AttributedString colored(String text) {
    AttributedStringBuilder colored = new AttributedStringBuilder();
    int done = 0;
    for (Highlight.Span span : Highlight.of(text)) {
      colored.append(VisibleText.ofLines(text.substring(done, span.start())));
      String part = text.substring(span.start(), span.end());
      colored.styled(style(span.part()), VisibleText.ofLines(part));
      done = span.end();
    }
    return colored.append(VisibleText.ofLines(text.substring(done))).toAttributedString();
  }

  /** An editor, the history or a paste may have brought more than text into the line. */
  static AttributedString plain(String text) {
    return new AttributedString(VisibleText.ofLines(text));
  }

  private static AttributedStyle style(Highlight.Part part) {
    AttributedStyle plain = AttributedStyle.DEFAULT;
    return switch (part) {
      case KEYWORD -> plain.bold();
      case COMMAND -> plain.bold().foreground(AttributedStyle.CYAN);
      case STRING -> plain.foreground(AttributedStyle.GREEN);
      case NUMBER -> plain.foreground(AttributedStyle.CYAN);
      case PARAMETER -> plain.foreground(AttributedStyle.MAGENTA);
      case COMMENT -> plain.foreground(AttributedStyle.BRIGHT);
      case OPEN_ENDED -> plain.foreground(AttributedStyle.RED);
    };
  }
}
