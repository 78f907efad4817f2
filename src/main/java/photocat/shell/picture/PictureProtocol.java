package photocat.shell.picture;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import photocat.image.Thumbnail;

/** The ways in which terminals take pictures. */
public enum PictureProtocol {
  /** Kitty's graphics protocol: a PNG in base64, in pieces of 4,096 characters at most. */
  KITTY {
    @Override
    public String encode(Thumbnail picture) throws IOException {
      String data = Base64.getEncoder().encodeToString(picture.png());
      StringBuilder text = new StringBuilder();
      for (int start = 0; start < data.length(); start += PIECE) {
        int end = Math.min(data.length(), start + PIECE);
        String keys = start == 0 ? "a=T,f=100,q=2," : "";
        text.append("\u001b_G").append(keys).append(end < data.length() ? "m=1;" : "m=0;");
        text.append(data, start, end).append("\u001b\\");
      }
      return text.append('\n').toString();
    }
  },
  /** iTerm2's inline images, which WezTerm, Konsole and others know too. */
  ITERM2 {
    @Override
    public String encode(Thumbnail picture) throws IOException {
      byte[] png = picture.png();
      return "\u001b]1337;File=inline=1;size=%d:%s\u0007\n"
          .formatted(png.length, Base64.getEncoder().encodeToString(png));
    }
  },
  /** DEC's sixels. */
  SIXEL {
    @Override
    public String encode(Thumbnail picture) {
      return Sixel.encode(picture) + "\n";
    }
  },
  /** No pictures. */
  NONE {
    @Override
    public String encode(Thumbnail picture) {
      return "";
    }
  };

  /** What the setting is when nobody has set it. */
  public static final String AUTO = "auto";

  /** The environment variables that tell what a terminal understands. */
  public static final Set<String> VARIABLES =
      Set.of("TERM", "TERM_PROGRAM", "TMUX", "KITTY_WINDOW_ID", "LC_TERMINAL", "KONSOLE_VERSION");

  private static final int PIECE = 4096;
  private static final Set<String> SIXEL_TERMINALS =
      Set.of("foot", "foot-extra", "mlterm", "contour", "yaft-256color", "xterm-sixel");

  /** Returns what to write to the terminal, with its last line feed. */
  public abstract String encode(Thumbnail picture) throws IOException;

  /** Returns the name that users type. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the protocol that a setting names, or that the terminal of {@code environment} is known
   * to understand; empty for a word that names none.
   */
  public static Optional<PictureProtocol> of(String word, Map<String, String> environment) {
    return word.equals(AUTO)
        ? Optional.of(detect(environment))
        : Arrays.stream(values()).filter(protocol -> protocol.word().equals(word)).findFirst();
  }

  private static PictureProtocol detect(Map<String, String> environment) {
    String term = environment.getOrDefault("TERM", "");
    String program = environment.getOrDefault("TERM_PROGRAM", "");
    if (environment.containsKey("TMUX") || term.startsWith("screen") || term.startsWith("tmux")) {
      // A multiplexer swallows what it does not know.
      return NONE;
    }
    if (environment.containsKey("KITTY_WINDOW_ID")
        || term.equals("xterm-kitty")
        || term.equals("xterm-ghostty")
        || program.equals("ghostty")) {
      return KITTY;
    }
    if (program.equals("iTerm.app")
        || program.equals("WezTerm")
        || environment.getOrDefault("LC_TERMINAL", "").equals("iTerm2")
        || environment.containsKey("KONSOLE_VERSION")) {
      return ITERM2;
    }
    return SIXEL_TERMINALS.contains(term) || term.contains("sixel") ? SIXEL : NONE;
  }
}
