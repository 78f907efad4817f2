package photocat.source.dwca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import photocat.FuzzInput;
import photocat.model.PhotocatException;

/** A meta.xml is refused in one line, or tells of tables that can be read and loaded. */
public final class MetaFileFuzz {
  private MetaFileFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      ArchiveDescriptor archive =
          MetaFile.read(new ByteArrayInputStream(FuzzInput.bytes(data)), "meta.xml");
      archive.notes().forEach(FuzzInput::checkShown);
      assertThat(archive.notes()).hasSizeLessThan(100);
      assertThat(archive.tables()).hasSizeLessThan(300).allSatisfy(MetaFileFuzz::check);
    } catch (PhotocatException e) {
      FuzzInput.checkTold(e);
    }
  }

  private static void check(ArchiveTable table) {
    TableDialect dialect = table.dialect();
    assertThat(dialect.quote()).isNotEqualTo(java.util.Optional.of(dialect.delimiter()));
    assertThat(Character.isLetterOrDigit(dialect.delimiter())).isFalse();
    assertThat(table.files()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(table.leastCells()).isBetween(0, 5_000);
    assertThat(table.columns())
        .hasSizeLessThan(6_000)
        .extracting(column -> column.name().toLowerCase(Locale.ROOT))
        .doesNotHaveDuplicates();
    table.columns().forEach(column -> FuzzInput.checkShown(column.name()));
  }
}
