package photocat.source.urls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import photocat.FuzzInput;
import photocat.source.dwca.LoneTable;

/**
 * What is made of a list are objects of JSON on lines of their own, each with the line that it is
 * from, which is no option of the one before.
 */
public final class AddressLinesFuzz {
  private static final int SHORTER_THAN_A_ROW = 1 << 20;
  private static final Pattern OPTION =
      Pattern.compile("[ \\t]+[A-Za-z][A-Za-z0-9-]*=.*", Pattern.DOTALL);

  private AddressLinesFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    byte[] input = FuzzInput.bytes(data);
    String made;
    String[] lines;
    try (InputStream in = new AddressLines(LoneTable.plain(new ByteArrayInputStream(input)));
        InputStream plain = LoneTable.plain(new ByteArrayInputStream(input))) {
      made = new String(in.readAllBytes(), ISO_8859_1);
      lines = new String(plain.readAllBytes(), ISO_8859_1).split("\n", -1);
    }
    int line = 0;
    for (String item : made.lines().toList()) {
      int end = item.indexOf('\u001f');
      int next = Integer.parseInt(item.substring(0, end));
      assertThat(next).isGreaterThan(line);
      assertThat(item.substring(end + 1)).startsWith("{\"url\":\"").endsWith("\"}");
      if (line > 0 && input.length < SHORTER_THAN_A_ROW) {
        assertThat(lines[next - 1]).doesNotMatch(OPTION);
      }
      line = next;
    }
  }
}
