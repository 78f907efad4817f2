package photocat.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import photocat.file.TextFile;
import photocat.model.FailureReason;
import photocat.model.Kind;
import photocat.model.NearestNames;
import photocat.model.PhotocatException;

/**
 * The recipes that a user can run: those in the user's folders, then those shipped with photocat.
 * Nothing is read before it is asked for, and files are looked up anew each time, so that an edited
 * recipe counts at once. Thread-safe.
 */
public final class RecipeBook {
  /** What {@link Recipe#origin} says of a recipe that is shipped. */
  public static final String BUNDLED = "photocat";

  /** What the names of files with recipes end in. */
  public static final String SUFFIX = ".sql";

  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*(?:/[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*)*");

  private final List<Path> userFolders;

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
    return PhotocatException.of(Kind.USAGE, "no recipe is called '%s'".formatted(name))
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
      throw PhotocatException.of(Kind.USAGE, "'%s' cannot be the name of a recipe".formatted(name))
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

  /** Returns the mistakes of the recipe in {@code file}, which may lie anywhere. */
  public static List<RecipeFault> check(Path file, Session session) {
    String name = name(file);
    return new RecipeCheck(session).faults(name, file.toString(), text(name, Optional.of(file)));
  }

  private Optional<Path> place(String name) {
    return Optional.ofNullable(places().get(name)).orElseThrow(() -> unknown(name));
  }

  private static String origin(Optional<Path> place) {
    return place.map(Path::toString).orElse(BUNDLED);
  }

  /** Where each recipe lies: a file of the user's, or nowhere for a shipped one. */
  private SortedMap<String, Optional<Path>> places() {
    SortedMap<String, Optional<Path>> places = new TreeMap<>();
    BundledRecipes.NAMES.forEach(name -> places.put(name, Optional.empty()));
    for (int i = userFolders.size() - 1; i >= 0; i--) {
      Path folder = userFolders.get(i);
      for (Path file : files(folder)) {
        places.put(name(folder.relativize(file)), Optional.of(file));
      }
    }
    return places;
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX) && Files.isRegularFile(file))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw PhotocatException.of(
          Kind.FAILED, "cannot list the recipes in %s: %s".formatted(folder, e), e);
    }
  }

  private static String name(Path relative) {
    StringBuilder name = new StringBuilder();
    relative.forEach(part -> name.append(name.isEmpty() ? "" : "/").append(part));
    return name.substring(0, name.length() - SUFFIX.length());
  }

  private static Recipe read(String name, Optional<Path> place) {
    return RecipeReader.read(name, origin(place), text(name, place));
  }

  private static String text(String name, Optional<Path> place) {
    if (place.isEmpty()) {
      return PipelineSql.resource("sql/recipes/" + name + SUFFIX);
    }
    Path file = place.get();
    try {
      return TextFile.read(file, TextFile.LARGEST_BY_HAND_BYTES);
    } catch (IOException e) {
      throw PhotocatException.of(
          Kind.USAGE, "cannot read recipe %s: %s".formatted(file, FailureReason.of(e)), e);
    }
  }
}
