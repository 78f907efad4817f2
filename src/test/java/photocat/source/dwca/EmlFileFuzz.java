package photocat.source.dwca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import photocat.FuzzInput;
import photocat.model.PhotocatException;

/** A document about a data set is refused in one line, or says what the data set is. */
public final class EmlFileFuzz {
  private EmlFileFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      DatasetInfo info =
          EmlFile.read(new ByteArrayInputStream(FuzzInput.bytes(data)), "key", "eml.xml");
      assertThat(info.key()).isEqualTo("key");
      info.doi().ifPresent(doi -> assertThat(doi).startsWith("10."));
    } catch (PhotocatException e) {
      FuzzInput.checkTold(e);
    }
  }
}
