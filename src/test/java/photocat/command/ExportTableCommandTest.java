package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportTableCommandTest {
  private static final String ALL_TYPES =
      """
      CREATE TABLE sorts AS
      SELECT
          1::BIGINT AS n, -1.5::DOUBLE AS real, 1e300 AS large, 'nan'::FLOAT AS none,
          12345.678::DECIMAL(12, 3) AS exact, 170141183460469231731687303715884105727 // 10 AS huge,
          true AS yes, 'Müller, "Ä"' || chr(10) || 'β' AS text, ''::VARCHAR AS blank, NULL::VARCHAR AS gone,
          DATE '2024-02-29' AS day, TIMESTAMP '2024-02-29 12:00:00.123456' AS moment,
          TIMESTAMPTZ '2024-02-29 12:00:00+02' AS instant, TIME '23:59:59.5' AS clock,
          'b'::ENUM('a', 'b') AS choice, '00000000-0000-0001-0000-000000000002'::UUID AS uuid,
          '{"a": [1, null, "ü"]}'::JSON AS json, '\\xFF\\x00a'::BLOB AS bytes,
          [1, NULL, 3] AS list, {'a': 1, 'b': 'x'} AS struct, MAP {'k': 1} AS map, INTERVAL 90 MINUTE AS span
      UNION ALL
      SELECT
          NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
          NULL, NULL, NULL, NULL
      ORDER BY n NULLS LAST
      """;

  @TempDir private Path folder;
  private CommandRunner runner;

  @BeforeEach
  void open() {
    runner = new CommandRunner(folder);
    runner.rows("CREATE TABLE t AS SELECT i AS n, 'x' || i AS name FROM range(5) AS r(i)");
  }

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void parquetKeepsValuesAndTypes() {
    runner.rows(ALL_TYPES);

    runner.done("export", "table", "sorts", "--out", "sorts.parquet");

    assertThat(runner.said())
        .startsWith("2 rows of sorts written to %s (".formatted(folder.resolve("sorts.parquet")));
    // Parquet has texts where DuckDB has a type of choices, and no whole numbers that large.
    String own =
        "SELECT * REPLACE (choice::VARCHAR AS choice, huge::DECIMAL(38, 0) AS huge) FROM sorts";
    String read = "SELECT * FROM '%s'".formatted(folder.resolve("sorts.parquet"));
    assertThat(runner.rows("(%s) EXCEPT ALL (%s)".formatted(own, read))).isEmpty();
    assertThat(runner.rows("(%s) EXCEPT ALL (%s)".formatted(read, own))).isEmpty();
    assertThat(runner.rows("SELECT column_name, column_type FROM (DESCRIBE %s)".formatted(read)))
        .isEqualTo(
            runner.rows("SELECT column_name, column_type FROM (DESCRIBE %s)".formatted(own)));
    assertThat(
            runner.rows(
                "SELECT DISTINCT compression FROM parquet_metadata('%s')"
                    .formatted(folder.resolve("sorts.parquet"))))
        .containsExactly("ZSTD");
  }

  @Test
  void csvCanBeReadBack() throws Exception {
    runner.rows(ALL_TYPES);

    runner.done("export", "table", "sorts", "--out", "sorts.csv");

    assertThat(Files.readString(folder.resolve("sorts.csv")))
        .isEqualTo(
            """
            n,real,large,none,exact,huge,yes,text,blank,gone,day,moment,instant,clock,choice,uuid,json,bytes,list,struct,map,span
            1,-1.5,1.0e300,nan,12345.678,17014118346046923173168730371588410572,true,"Müller, ""Ä""
            β","",,2024-02-29,2024-02-29T12:00:00.123456,2024-02-29T10:00:00Z,23:59:59.5,b,00000000-0000-0001-0000-000000000002,"{""a"": [1, null, ""ü""]}",ff0061,"[1,null,3]","{""a"":1,""b"":""x""}","{""k"":1}",01:30:00
            ,,,,,,,,,,,,,,,,,,,,,
            """);
    String read =
        """
        SELECT * REPLACE (unhex(bytes) AS bytes) FROM read_csv('%s', header = true, allow_quoted_nulls = false,
            types = {'n': 'BIGINT', 'real': 'DOUBLE', 'large': 'DOUBLE', 'none': 'FLOAT', 'huge': 'HUGEINT',
                'text': 'VARCHAR', 'blank': 'VARCHAR', 'gone': 'VARCHAR', 'moment': 'TIMESTAMP',
                'instant': 'TIMESTAMPTZ', 'uuid': 'UUID', 'json': 'JSON', 'bytes': 'VARCHAR', 'choice': 'VARCHAR'})
        """
            .formatted(folder.resolve("sorts.csv"));
    String columns =
        "n, real, large, none, exact, huge, yes, text, blank, gone, day, moment, instant, clock, uuid, json, bytes";
    assertThat(
            runner.rows(
                "SELECT %s FROM (%s) EXCEPT ALL SELECT %s FROM sorts"
                    .formatted(columns, read, columns)))
        .isEmpty();
  }

  @Test
  void writesTheColumnsAndRowsAskedFor() {
    runner.done("export", "table", "T", "--columns", "NAME, n", "--where", "n >= 3", "--out", "-");

    assertThat(runner.data()).containsExactly("x3|3", "x4|4");
    assertThat(runner.said()).isEqualTo("2 rows of T written to standard output");

    runner.done(
        "export", "table", "t", "--columns", "name,n", "--where", "n >= 3", "--out", "t.csv");
    assertThat(folder.resolve("t.csv")).hasContent("name,n\nx3,3\nx4,4");
    runner.done("export", "table", "t", "--columns", "name", "--format", "CSV", "--out", "t.txt");
    assertThat(folder.resolve("t.txt")).hasContent("name\nx0\nx1\nx2\nx3\nx4");
  }

  @Test
  void findsNamesOfEverySortAndNoFiles() throws Exception {
    Files.writeString(folder.resolve("x.csv"), "a\n1\n");
    runner.rows("CREATE SCHEMA \"of.mine\"");
    runner.rows("CREATE TABLE \"of.mine\".\"a \"\"b\"\", c\" (\"x,y\" INTEGER, \"X,Y2\" INTEGER)");
    runner.rows("INSERT INTO \"of.mine\".\"a \"\"b\"\", c\" VALUES (1, 2)");
    runner.rows("CREATE VIEW \"of.mine\".v AS SELECT 7 AS seven");
    runner.rows("ATTACH '%s' AS other".formatted(folder.resolve("other.duckdb")));
    runner.rows("CREATE TABLE other.u AS SELECT 8 AS eight");

    String odd = "\"of.mine\".\"a \"\"b\"\", c\"";
    runner.done("export", "table", odd, "--columns", "\"X,Y2\",\"x,y\"", "--out", "-");
    assertThat(runner.data()).containsExactly("2|1");
    runner.done("export", "table", "\"of.mine\".V", "--out", "-");
    assertThat(runner.data()).containsExactly("7");
    for (String name : List.of("other.u", "OTHER.main.U")) {
      runner.done("export", "table", name, "--out", "-");
      assertThat(runner.data()).containsExactly("8");
    }
    for (String name : List.of("manifests", "main.manifests", "memory.main.manifests")) {
      runner.done("export", "table", name, "--out", "-");
    }
    for (String name :
        List.of(folder + "/x.csv", "\"" + folder + "/x.csv\"", "u", "", "duckdb_tables")) {
      assertThat(runner.run("export", "table", name, "--out", "-")).as(name).isEqualTo(1);
    }
    assertThat(runner.run("export", "table", "manifest", "--out", "-")).isEqualTo(1);
    assertThat(runner.said())
        .startsWith("error: cannot export manifest: there is no table or view of that name\n")
        .contains("hint: did you mean manifests");
  }

  @Test
  void keepsTheOrderOfATableAndSortsAView() throws Exception {
    runner.rows("SET threads = 4");
    runner.rows(
        "CREATE TABLE many AS SELECT (i * 7919) % 300007 AS n FROM range(300007) AS r(i) ORDER BY i");
    runner.rows("DELETE FROM many WHERE n % 3 = 0");
    runner.rows("CREATE VIEW few AS SELECT n % 1000 AS n FROM many");

    runner.done("export", "table", "many", "--out", "many.csv");
    runner.done("export", "table", "few", "--out", "few.csv");

    List<String> expected =
        Stream.concat(Stream.of("n"), runner.rows("SELECT n FROM many ORDER BY rowid").stream())
            .toList();
    assertThat(Files.readAllLines(folder.resolve("many.csv"))).isEqualTo(expected);
    assertThat(Files.readAllLines(folder.resolve("few.csv")).stream().skip(1).map(Integer::valueOf))
        .hasSize(200_004)
        .isSorted();
  }

  @Test
  void aTableWithoutRowsHasItsColumns() {
    runner.done("export", "table", "t", "--where", "false", "--out", "t.csv");
    runner.done("export", "table", "t", "--where", "false", "--out", "t.parquet");

    assertThat(runner.said()).startsWith("0 rows of t written to ");
    assertThat(folder.resolve("t.csv")).hasContent("n,name");
    assertThat(runner.rows("DESCRIBE FROM '%s'".formatted(folder.resolve("t.parquet"))))
        .extracting(row -> row.substring(0, row.indexOf("|YES")))
        .containsExactly("n|BIGINT", "name|VARCHAR");
    runner.rows("CREATE TABLE nothing (a INTEGER)");
    runner.done("export", "table", "nothing", "--out", "nothing.csv");
    assertThat(folder.resolve("nothing.csv")).hasContent("a");
  }

  @Test
  void aRowOfOneColumnThatIsNullIsNoBlankLine() throws Exception {
    runner.rows("CREATE TABLE one AS FROM (VALUES (NULL), ('b')) AS v(a)");

    runner.done("export", "table", "one", "--out", "one.csv");

    assertThat(Files.readAllLines(folder.resolve("one.csv"))).containsExactly("a", "\"\"", "b");
  }

  @Test
  void refusesWhatItCannotRead() throws Exception {
    assertThat(runner.run("export", "table", "t", "--columns", "nam,n,m", "--out", "t.csv"))
        .isEqualTo(2);
    assertThat(runner.said())
        .isEqualTo("error: cannot export t: it has no column nam, m\nhint: did you mean name or n");
    assertThat(runner.run("export", "table", "t", "--columns", "n,N", "--out", "t.csv"))
        .isEqualTo(2);
    assertThat(runner.said()).startsWith("error: cannot export t: the column N is named twice");
    assertThat(runner.run("export", "table", "t", "--columns", "zebra", "--out", "t.csv"))
        .isEqualTo(2);
    assertThat(runner.said()).endsWith("hint: its columns are n, name");
    for (String condition :
        List.of("n = 1)", "n; DROP TABLE t", "", "n = $1", "nome = 'x'", "count(*) > 1")) {
      assertThat(runner.run("export", "table", "t", "--where", condition, "--out", "t.csv"))
          .as(condition)
          .isEqualTo(2);
      assertThat(runner.said()).startsWith("error: cannot use --where \"" + condition);
    }
    assertThat(runner.run("export", "table", "t", "--out", "t.xlsx")).isEqualTo(2);
    assertThat(runner.said()).startsWith("error: cannot tell the format of t.xlsx: ");
    assertThat(runner.run("export", "table", "t", "--format", "parquet", "--out", "-"))
        .isEqualTo(2);
    assertThat(runner.run("export", "table", "t", "--out", "s3://bucket/t.csv")).isEqualTo(2);
    assertThat(files()).isEmpty();
  }

  @Test
  void aConditionThatFailsOnTheWayLeavesNothing() throws Exception {
    runner.rows("CREATE SEQUENCE numbers");
    for (String out : List.of("new/t.csv", "new/t.parquet", "-")) {
      assertThat(
              runner.run(
                  "export",
                  "table",
                  "t",
                  "--where",
                  "right(name, 1)::INT + name::INT > 0",
                  "--out",
                  out))
          .isEqualTo(1);
      assertThat(runner.said()).startsWith("error: cannot export t: Conversion Error: ");
      assertThat(
              runner.run("export", "table", "t", "--where", "nextval('numbers') > 0", "--out", out))
          .isEqualTo(2);
      assertThat(runner.said())
          .isEqualTo(
              "error: cannot use --where \"nextval('numbers') > 0\": cannot change the catalogue: it"
                  + " is open for reading only\nhint: a condition can change nothing");
    }
    assertThat(files()).isEmpty();
    assertThat(runner.rows("SELECT nextval('numbers')")).containsExactly("1");
  }

  @Test
  void aViewThatHasLostItsTableIsNamed() {
    runner.rows("CREATE TABLE lost AS SELECT 1 AS a");
    runner.rows("CREATE VIEW over_lost AS FROM lost");
    runner.rows("DROP TABLE lost");

    assertThat(runner.run("export", "table", "over_lost", "--out", "-")).isEqualTo(1);

    assertThat(runner.said()).startsWith("error: cannot export over_lost: ").contains("lost");
  }

  @Test
  void replacesNothingUnlessForced() throws Exception {
    Files.writeString(folder.resolve("t.csv"), "mine");
    Files.writeString(folder.resolve("t.parquet"), "mine");
    for (String out : List.of("t.csv", "t.parquet")) {
      assertThat(runner.run("export", "table", "t", "--out", out)).isEqualTo(1);
      assertThat(runner.said()).endsWith(": it is there already\nhint: --force replaces it");
      assertThat(folder.resolve(out)).hasContent("mine");

      runner.done("export", "table", "t", "--out", out, "--force");
      assertThat(runner.rows("SELECT count(*) FROM '%s'".formatted(folder.resolve(out))))
          .containsExactly("5");
    }
    assertThat(files()).containsExactly("t.csv", "t.parquet");
    assertThat(runner.run("export", "table", "t", "--out", "/dev/null", "--format", "parquet"))
        .isEqualTo(1);
    assertThat(runner.said())
        .startsWith("error: cannot write Parquet to /dev/null: it is a device");
    runner.done("export", "table", "t", "--out", "/dev/null", "--format", "csv");
  }

  private List<String> files() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
