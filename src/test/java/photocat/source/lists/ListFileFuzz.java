package photocat.source.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import photocat.FuzzInput;
import photocat.catalog.Catalog;
import photocat.catalog.NewCatalog;
import photocat.catalog.Session;
import photocat.model.PhotocatException;

/**
 * A list of species is refused in one line, or its rows come in order. The first character is that
 * of the file's ending: c for .csv, t for .txt.
 */
public final class ListFileFuzz {
  private static final Catalog CATALOG = NewCatalog.inMemory();
  private static final Session SESSION = CATALOG.openSession();

  private ListFileFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    byte[] input = FuzzInput.bytes(data);
    if (input.length > 0) {
      String ending = input[0] == 'c' ? ".csv" : input[0] == 't' ? ".txt" : "";
      read("species" + ending, Arrays.copyOfRange(input, 1, input.length));
    }
  }

  static void read(String name, byte[] content) {
    AtomicLong line = new AtomicLong();
    NameColumns columns =
        new NameColumns(
            NameColumns.Role.ACCEPTED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            false);
    try {
      ListFile.Read read =
          new ListFile(FuzzInput.file(name, content), ListPart.FIRST, columns)
              .read(
                  SESSION,
                  row -> {
                    assertThat(row.line()).isGreaterThan(line.getAndSet(row.line()));
                    assertThat(row.name()).hasSizeLessThanOrEqualTo(CellText.LONGEST * 3);
                  });
      FuzzInput.checkShown(read.columns());
      read.warnings().forEach(FuzzInput::checkShown);
    } catch (PhotocatException e) {
      FuzzInput.checkTold(e);
    }
  }
}
