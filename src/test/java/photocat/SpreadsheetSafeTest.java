package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.catalog.Catalog;
import photocat.catalog.NewCatalog;
import photocat.catalog.TestSql;
import photocat.job.TestManifest;

/** Where somebody opens CSV in a spreadsheet: by option, by setting, in results and in exports. */
final class SpreadsheetSafeTest {
  private static final String FORMULA = "SELECT '=1+1' AS a, -1 AS n";

  @TempDir private Path folder;
  private WholeRun photocat;

  @BeforeEach
  void begin() {
    photocat = new WholeRun(folder).with("PHOTOCAT_CATALOG", "c.duckdb");
  }

  @Test
  void textsAreLeftAloneUnlessAskedFor() {
    assertThat(photocat.of("-c", FORMULA)).isZero();
    assertThat(photocat.data()).isEqualTo("a,n\n=1+1,-1\n");
  }

  @Test
  void anOptionOrASettingDefusesThemInResultsAndTheirFiles() throws Exception {
    photocat.of("--spreadsheet-safe", "-c", FORMULA);
    assertThat(photocat.data()).isEqualTo("a,n\n'=1+1,-1\n");
    photocat.of("--set", "output.spreadsheet-safe=true", "-c", ".once x.tsv", "-c", FORMULA);
    assertThat(folder.resolve("x.tsv")).hasContent("a\tn\n'=1+1\t-1");
    photocat.with("PHOTOCAT_OUTPUT_SPREADSHEET_SAFE", "true").of("-c", FORMULA);
    assertThat(photocat.data()).isEqualTo("a,n\n'=1+1,-1\n");
  }

  @Test
  void soTheyAreInExports() throws Exception {
    try (Catalog catalog = NewCatalog.open(folder.resolve("c.duckdb"))) {
      TestManifest.add(sql -> TestSql.rows(catalog, sql), 1, "m", 1);
      TestSql.rows(catalog, "UPDATE manifest_photos SET login = '@ann'");
    }

    assertThat(photocat.of("export", "attribution", "m", "--out", "plain.csv")).isZero();
    assertThat(photocat.of("export", "attribution", "m", "--out", "x.csv", "--spreadsheet-safe"))
        .isZero();
    assertThat(photocat.of("export", "attribution", "m", "--out", "-", "--spreadsheet-safe"))
        .isZero();

    assertThat(Files.readString(folder.resolve("plain.csv"))).contains(",@ann,");
    assertThat(Files.readString(folder.resolve("x.csv"))).contains(",'@ann,");
    assertThat(photocat.data()).isEqualTo(Files.readString(folder.resolve("x.csv")));
    assertThat(
            photocat.of(
                "export", "table", "manifest_photos", "--out", "t.csv", "--spreadsheet-safe"))
        .isZero();
    assertThat(Files.readString(folder.resolve("t.csv"))).contains(",'@ann,");
    assertThat(
            photocat.of("export", "table", "manifest_photos", "--out", "-", "--spreadsheet-safe"))
        .isZero();
    assertThat(photocat.data()).isEqualTo(Files.readString(folder.resolve("t.csv")));
    assertThat(photocat.of("-c", ".export attribution m --out y.csv --spreadsheet-safe &"))
        .as(photocat.narration())
        .isZero();
    assertThat(Files.readString(folder.resolve("y.csv"))).contains(",'@ann,");
  }
}
