package photocat.shell.complete;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photocat.catalog.recipe.ParameterType;
import photocat.catalog.recipe.Recipe;
import photocat.catalog.recipe.RecipeParameter;
import photocat.command.CommandInfo;
import photocat.command.line.CommandLines;
import photocat.file.UserPaths;
import photocat.job.Job;
import photocat.job.Jobs;
import photocat.job.LiveSettings.LiveSetting;
import photocat.model.Cancellation;
import photocat.shell.InputRules;
import photocat.shell.World;
import photocat.shell.complete.NameSnapshot.Kind;
import photocat.shell.complete.NameSnapshot.Name;

final class CompleterTest {
  private static final NameSnapshot SNAPSHOT =
      new NameSnapshot(
          List.of(
              new Name(Kind.TABLE, "photos", "", "Every photo"),
              new Name(Kind.TABLE, "taxa", "", ""),
              new Name(Kind.TABLE, "Odd name", "", ""),
              new Name(Kind.COLUMN, "photo_id", "photos", "Number of the photo"),
              new Name(Kind.COLUMN, "license", "photos", ""),
              new Name(Kind.COLUMN, "taxon_name", "taxa", ""),
              new Name(Kind.FUNCTION, "count", "", "How many"),
              new Name(Kind.MANIFEST, "best", "", ""),
              new Name(Kind.MANIFEST, "second best", "", ""),
              new Name(Kind.KEYWORD, "order", "", ""),
              new Name(Kind.KEYWORD, "group", "", "")),
          List.of(
              recipe(
                  "coverage",
                  parameter("min", ParameterType.INT, "5"),
                  parameter("grade", ParameterType.TEXT, "", "any", "research", "needs id"),
                  parameter("all", ParameterType.BOOL, ""),
                  parameter("file", ParameterType.PATH, ""),
                  parameter("manifest", ParameterType.TEXT, "")),
              recipe("qa/credits")));

  @TempDir private static Path folder;
  private final List<CommandInfo> commands = CommandLines.describe(new World(folder).context);
  private final Jobs jobs = new Jobs();
  private final Completer completer =
      new Completer(
          new InputRules(() -> commands),
          () -> SNAPSHOT,
          jobs::all,
          path -> new UserPaths(folder, folder.resolve("sub")).resolve(path));

  @BeforeAll
  static void makeFiles() throws Exception {
    Files.createDirectories(folder.resolve("sub"));
    Files.createDirectories(folder.resolve("my dir"));
    for (String name :
        List.of("sub/one.csv", "my dir/three.csv", "two.csv", ".hidden", "it's a file.csv")) {
      Files.writeString(folder.resolve(name), "");
    }
  }

  /** Text with {@code ^} at the cursor, then all that is offered. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        ".stat^                              | .status",
        ".status --mod^                      | --mode",
        ".status --mode js^                  | json jsonl",
        "stat^                               | status",
        "help stat^                          | status",
        "@cov^                               | @coverage",
        "@coverage ^                         | min= grade= all= file= manifest=",
        "@coverage min=2 g^                  | grade=",
        "@coverage grade=r^                  | research",
        "@coverage grade=n^                  | 'needs id'",
        "@coverage grade='n^                 | 'needs id'",
        "@coverage all=^                     | true false",
        "@coverage manifest=^                | best 'second best'",
        "@coverage file=sub/^                | one.csv",
        "@coverage min=^                     | 5",
        "@coverage nope=^                    |",
        "@coverage 'a b' min=1 g^            | grade=",
        "recipe sh^                          | show",
        "recipe edit cov^                    | coverage",
        ".run qa^                            | qa/credits",
        "run coverage mi^                    | min=",
        "sel^                                | select",
        "SEL^                                | SELECT",
        "select 1; SUMM^                     | SUMMARIZE",
        "from ph^                            | photos",
        "FROM ^                              | photos taxa \"Odd name\"",
        "select photo^ from photos           | photo_id photos",
        "select lic^ from photos             | license",
        "select lic^                         |",
        "select p.l^ from photos as p        | license",
        "select p.^ from photos p            | photo_id license",
        "select taxa.t^                      | taxon_name",
        "select * from photos P where P.pho^ | photo_id",
        "select 1 as x from photos ord^      | order",
        "select 1 as x from photos ORD^      | ORDER",
        "select cou^ from photos             | count(",
        ".mode js^                           | json jsonl",
        ".timer ^                            | on off",
        ".help tim^                          | timer",
        ".read ^                             | \"it's a file.csv\" 'my dir/ sub/ two.csv",
        ".read t^                            | two.csv",
        ".read my^                           | 'my dir/",
        ".read 'my d^                        | 'my dir/",
        ".read 'my dir/t^                    | three.csv'",
        ".read my\\ dir/^                     |",
        ".read it^                           | \"it's a file.csv\"",
        ".read 'my dir/three.csv' ^          |",
        ".read sub/^                         | one.csv",
        ".read .^                            | .hidden",
        ".read ~/^                           | one.csv",
        ".read ./sub/../sub/^                | one.csv",
        ".read ~nosuchuser/^                 |",
        ".once tw^                           | two.csv",
        ".once --f^                          | --force",
        ".output --force tw^                 | two.csv",
        ".shortlist load tw^                 | two.csv",
        ".shortlist load s^                  | sub/",
        ".verify x --root s^                 | sub/",
        ".chart select lic^ from photos      | license",
        ".chart sel^                         | select",
        ".chart @cov^                        | @coverage",
        ".watch 2 @cov^                      | @coverage",
        ".watch 2 --times 3 run cov^         | coverage",
        ".watch 2 @coverage grade=r^         | research",
        ".watch 2 select lic^ from photos    | license",
        "from read_csv('tw^                  | two.csv",
        "from 'sub/^                         | one.csv",
        "from '~/o^                          | one.csv",
        "copy photos to 'su^                 | sub/",
        "from 'it^                           | it''s a file.csv",
        "from 'it''^                         | it''s a file.csv",
        "from 'my dir/^                      | three.csv",
        "select * from photos where a = 'tw^ |",
        "select 'pho^                        |",
        "select 1 -- pho^                    |",
        "select \"pho^                       |",
      })
  void offersWhatFits(String text, String offered) {
    assertThat(String.join(" ", values(text))).isEqualTo(Optional.ofNullable(offered).orElse(""));
  }

  @Test
  void offersCommandsAndSqlWhereAStatementBegins() {
    assertThat(values("^")).contains("status", "quit", "select").doesNotContain("order");
    assertThat(values("status\n^")).contains("status", "select");
    assertThat(values(".^")).contains(".status", ".export", ".quit");
    assertThat(values("@^")).containsExactly("@coverage", "@qa/credits");
  }

  @Test
  void explainsWhatItOffers() {
    Suggestion column = completer.complete("select photo_i from photos", 14).suggestions().get(0);

    assertThat(column)
        .isEqualTo(new Suggestion("photo_id", "columns", "Number of the photo", false));
  }

  @Test
  void offersTheNumbersOfJobsAndWhatCanBeChangedOfThem() {
    Job job = new Job("download start m", true, new Cancellation(), InstantSource.system());
    job.settings()
        .offer(new LiveSetting("connections", "photos in flight", () -> "4", value -> {}));
    jobs.runHere(job, List.of(), () -> photocat.model.ExitStatus.DONE);

    assertThat(values("job ^")).containsExactly("1");
    assertThat(values(".job 1 ^")).containsExactly("set");
    assertThat(values(".job 1 set co^")).containsExactly("connections=");
    assertThat(values(".job --ro^")).containsExactly("--rows");
    assertThat(values("cancel ^")).as("it has ended").isEmpty();
    assertThat(values("wait 1 ^")).isEmpty();
  }

  private List<String> values(String text) {
    int cursor = text.indexOf('^');
    return completer.complete(text.replace("^", ""), cursor).suggestions().stream()
        .map(Suggestion::value)
        .toList();
  }

  private static Recipe recipe(String name, RecipeParameter... parameters) {
    return new Recipe(
        name,
        "photocat",
        "Title",
        "",
        List.of(parameters),
        Optional.empty(),
        List.of(),
        List.of(),
        "SELECT 1",
        1,
        false);
  }

  private static RecipeParameter parameter(
      String name, ParameterType type, String standard, String... choices) {
    return new RecipeParameter(
        name,
        type,
        true,
        Optional.of(standard).filter(value -> !value.isEmpty()),
        List.of(choices),
        Optional.<BigDecimal>empty(),
        Optional.empty(),
        "");
  }
}
