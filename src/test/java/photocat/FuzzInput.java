package photocat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import photocat.model.PhotocatException;

/**
 * What the fuzz targets make of their bytes. So that an input can be read and written by people,
 * and so that short ones reach what is slow for long ones, {@code \x0d} stands for a byte and
 * {@code @{ab*3}} for {@code ababab}.
 */
public final class FuzzInput {
  private static final Pattern BYTE = Pattern.compile("\\\\x([0-9a-f]{2})");
  private static final Pattern CHARACTER = Pattern.compile("\\\\u([0-9a-f]{4})");
  private static final Pattern REPEATED =
      Pattern.compile("@\\{(.{1,40}?)\\*([0-9]{1,6})\\}", Pattern.DOTALL);

  /** More than a row may have, so that the bounds are met too. */
  private static final int LONGEST = 5 << 18;

  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");
  private static final Path FOLDER = makeFolder();

  private FuzzInput() {}

  /** Returns the bytes that {@code data} stands for. */
  public static byte[] bytes(byte[] data) {
    String written = new String(data, ISO_8859_1);
    String whole = BYTE.matcher(written).replaceAll(match -> quoted(hex(match)));
    StringBuilder repeated = new StringBuilder();
    Matcher matcher = REPEATED.matcher(whole);
    while (matcher.find()) {
      int room = LONGEST - whole.length() - repeated.length();
      int times = Math.min(Integer.parseInt(matcher.group(2)), room / matcher.group(1).length());
      matcher.appendReplacement(repeated, quoted(matcher.group(1).repeat(Math.max(0, times))));
    }
    return matcher.appendTail(repeated).toString().getBytes(ISO_8859_1);
  }

  /** Returns the text that {@code data} stands for; halves of characters are written as \\ud83d. */
  public static String text(byte[] data) {
    return CHARACTER
        .matcher(new String(bytes(data), UTF_8))
        .replaceAll(match -> quoted(hex(match)));
  }

  private static String hex(MatchResult match) {
    return String.valueOf((char) HexFormat.fromHexDigits(match.group(1)));
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }

  /** Returns a file of this name that holds {@code bytes}, the same at each call. */
  public static Path file(String name, byte[] bytes) {
    try {
      Path file = Files.write(FOLDER.resolve(name), bytes);
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a folder that is not there; whoever makes it removes it. */
  public static Path workFolder() {
    return FOLDER.resolve("work");
  }

  private static Path makeFolder() {
    try {
      Path folder = Files.createTempDirectory("fuzz");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A refusal is one line that can be shown on a terminal, whatever the input was. */
  public static void checkTold(PhotocatException refusal) {
    checkShown(refusal.message());
    refusal.hint().ifPresent(FuzzInput::checkShown);
  }

  /** What is shown on a terminal controls nothing there, and is short. */
  public static void checkShown(String text) {
    assertThat(UNPRINTABLE.matcher(text).find()).as(text).isFalse();
    assertThat(text).isNotBlank().hasSizeLessThan(10_000);
  }
}
