package photocat.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import photocat.catalog.recipe.RecipeBook;
import photocat.file.UserPaths;

/**
 * What stays the same for every command of a run.
 *
 * @param paths where the paths of the user lead
 * @param clock the time
 * @param recipes the user's, then ours
 * @param settings what the user has set; asked for once options have been read
 * @param process the process that asks, as messages name it
 * @param catalog the file that the catalogue is in, or will be; asked for once options have been
 *     read, and empty where the process that holds the catalogue knows best
 * @param mayWriteOwnTables whether SQL may change what photocat keeps; asked for likewise
 * @param isReadOnly whether the user wants nothing changed; asked for likewise
 */
public record RunSetup(
    UserPaths paths,
    InstantSource clock,
    RecipeBook recipes,
    Supplier<UserSettings> settings,
    String process,
    Supplier<Optional<Path>> catalog,
    BooleanSupplier mayWriteOwnTables,
    BooleanSupplier isReadOnly) {
  /** Where a project keeps its own recipes, below the folder that photocat was started in. */
  public static final String RECIPES = "sql/recipes";

  /**
   * A setup without the user's configuration: the recipes are those of {@code folder} and ours, and
   * the user is at home there.
   */
  public RunSetup(Path folder, InstantSource clock) {
    this(
        new UserPaths(folder, folder),
        clock,
        RecipeBook.load(List.of(folder.resolve(RECIPES))),
        () -> UserSettings.NONE,
        "this process",
        Optional::empty,
        () -> false,
        () -> false);
  }
}
