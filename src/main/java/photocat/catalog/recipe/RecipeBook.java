package photocat.catalog.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import photocat.catalog.PipelineSql;
import photocat.catalog.Session;
import photocat.file.InputFile;
import photocat.file.TextFile;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.NearestNames;
import photocat.model.PhotocatException;

/**
 * The recipes that a user can run: those in the user's folders, then those shipped with photocat.
 * Nothing is read before it is asked for, and files are looked up again each time, so that an
 * edited recipe counts at once. Thread-safe.
 */
public final class RecipeBook {
  /** What {@link Recipe#origin} says of a recipe that is shipped. */
  public static final String BUNDLED = "photocat";

  /** What the names of files with recipes end in. */
  public static final String SUFFIX = ".sql";

  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*(?:/[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*)*");

  private final List<Path> userFolders;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  private RecipeBook(List<Path> userFolders) {
    this.userFolders = List.copyOf(userFolders);
  }

  /**
   * Returns the book of these folders and the shipped recipes. The first folder that has a name
   * wins; a folder need not exist.
   */
  public static RecipeBook load(List<Path> userFolders) {
    return new RecipeBook(userFolders);
  }

  /** Returns the names of all recipes, sorted. */
  public List<String> names() {
    return List.copyOf(places().keySet());
  }

  /**
   * Returns the recipe called {@code name}, or empty where there is none.
   *
   * @throws PhotocatException of kind USAGE when its file cannot be understood
   */
  public Optional<Recipe> find(String name) {
    return Optional.ofNullable(places().get(name)).map(place -> read(name, place));
  }

  /**
   * Returns the recipe called {@code name}.
   *
   * @throws PhotocatException of kind USAGE, with the nearest names, where there is none
   */
  public Recipe require(String name) {
    return find(name).orElseThrow(() -> unknown(name));
  }

  private PhotocatException unknown(String name) {
    List<String> near = NearestNames.to(name, names());
    return PhotocatException.of(ExitStatus.USAGE, "no recipe is called '%s'".formatted(name))
        .withHint(
            near.isEmpty()
                ? "'recipes' lists them all"
                : "did you mean " + String.join(" or ", near));
  }

  /** Returns the names of the recipes in the user's folders, sorted. */
  public List<String> userNames() {
    return places().entrySet().stream()
        .filter(place -> place.getValue().isPresent())
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Returns the file of a recipe of the user's; empty for a shipped one and where there is none.
   */
  public Optional<Path> userFile(String name) {
    return places().getOrDefault(name, Optional.empty());
  }

  /** Tells whether the recipe called {@code name}, be it right or wrong, says that it writes. */
  public boolean writes(String name) {
    return RecipeReader.writes(text(name));
  }

  /** Tells whether a recipe of that name is shipped. */
  public static boolean isBundled(String name) {
    return BundledRecipes.NAMES.contains(name);
  }

  /**
   * Returns the file that a new recipe of the user's goes to, in the last of the folders.
   *
   * @throws PhotocatException of kind USAGE for a name that could not be typed, or leaves the
   *     folder
   */
  public Path newFile(String name) {
    if (!NAME.matcher(name).matches() || name.endsWith(SUFFIX)) {
      throw PhotocatException.of(
              ExitStatus.USAGE, "'%s' cannot be the name of a recipe".formatted(name))
          .withHint("use letters, digits, - and _, and / for folders, such as bees/by-year");
    }
    return userFolders.get(userFolders.size() - 1).resolve(name + SUFFIX);
  }

  /** Returns the folder of recipes in which {@code file} is that of {@code name}. */
  static Path folder(String name, Path file) {
    Path folder = file;
    for (int parts = Path.of(name).getNameCount(); parts > 0; parts--) {
      folder = folder.resolveSibling("");
    }
    return folder;
  }

  /**
   * Returns what the file of the recipe called {@code name} holds, be it right or wrong.
   *
   * @throws PhotocatException of kind USAGE, with the nearest names, where there is none
   */
  public String text(String name) {
    return text(name, place(name));
  }

  /**
   * Returns the mistakes of the recipe called {@code name}, without running it.
   *
   * @throws PhotocatException of kind USAGE, with the nearest names, where there is none
   */
  public List<RecipeFault> check(String name, Session session) {
    Optional<Path> place = place(name);
    return new RecipeCheck(session).faults(name, origin(place), text(name, place));
  }

  /** Returns the mistakes of the recipe in {@code file}, which may be anything anywhere. */
  public static List<RecipeFault> check(Path file, Session session, Cancellation stop) {
    String name = RecipeFolder.name(file);
    try {
      String text = TextFile.read(file, TextFile.LARGEST_BY_HAND_BYTES, stop);
      return new RecipeCheck(session).faults(name, file.toString(), text);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private Optional<Path> place(String name) {
    return Optional.ofNullable(places().get(name)).orElseThrow(() -> unknown(name));
  }

  private static String origin(Optional<Path> place) {
    return place.map(Path::toString).orElse(BUNDLED);
  }

  /**
   * Returns what is to be said of the recipe called {@code name}, each thing once: which file is
   * read in place of a shipped one, and which is not.
   */
  public List<String> newsOf(String name) {
    List<String> news = new ArrayList<>();
    userFile(name)
        .filter(file -> isBundled(name))
        .ifPresent(file -> news.add(file + " goes before the one that comes with photocat"));
    scan().passedOver().stream()
        .filter(file -> file.mayHave(name))
        .forEach(file -> news.add(file.told()));
    return once(news);
  }

  /** Returns what is to be said of the files that are not read, each thing once. */
  public List<String> news() {
    return once(scan().passedOver().stream().map(RecipeFolder.PassedOver::told).toList());
  }

  private List<String> once(List<String> news) {
    return news.stream().filter(told::add).toList();
  }

  /** Where each recipe lies: a file of the user's, or nowhere for a shipped one. */
  private SortedMap<String, Optional<Path>> places() {
    SortedMap<String, Optional<Path>> places = new TreeMap<>();
    BundledRecipes.NAMES.forEach(name -> places.put(name, Optional.empty()));
    scan().recipes().forEach((name, file) -> places.put(name, Optional.of(file)));
    return places;
  }

  private RecipeFolder.Found scan() {
    RecipeFolder.Found found = RecipeFolder.Found.NOTHING;
    for (int i = userFolders.size() - 1; i >= 0; i--) {
      found = found.under(RecipeFolder.scan(userFolders.get(i)));
    }
    return found;
  }

  private static Recipe read(String name, Optional<Path> place) {
    return RecipeReader.read(name, origin(place), text(name, place));
  }

  private static String text(String name, Optional<Path> place) {
    if (place.isEmpty()) {
      return PipelineSql.resource("sql/recipes/" + name + SUFFIX);
    }
    Path file = place.get();
    // It may have become a link since it was found.
    try (InputStream in = InputFile.openNoPipe(file, LinkOption.NOFOLLOW_LINKS)) {
      return TextFile.read(in, TextFile.LARGEST_BY_HAND_BYTES);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static PhotocatException unreadable(Path file, IOException cause) {
    return PhotocatException.of(
        ExitStatus.USAGE,
        "cannot read recipe %s: %s".formatted(file, FailureReason.of(cause)),
        cause);
  }
}
