package photocat.catalog.recipe;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import photocat.model.FailureReason;

/** Finds the recipes below a folder; follows no link below it, and opens no device or pipe. */
final class RecipeFolder extends SimpleFileVisitor<Path> {
  private final Path folder;
  private final SortedMap<String, Path> recipes = new TreeMap<>();
  private final List<PassedOver> passedOver = new ArrayList<>();

  private RecipeFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * A file or folder that is not read.
   *
   * @param name what recipes in it are called, or begin with
   */
  record PassedOver(String name, Path file, String why) {
    /** Tells whether a recipe of that name may be in it. */
    boolean mayHave(String recipe) {
      return recipe.equals(name) || recipe.startsWith(name + "/");
    }

    String told() {
      return "%s is not read: %s".formatted(file, why);
    }
  }

  /**
   * What is there.
   *
   * @param recipes the files by the names of recipes
   */
  record Found(SortedMap<String, Path> recipes, List<PassedOver> passedOver) {
    static final Found NOTHING = new Found(new TreeMap<>(), List.of());

    /** Returns both, of one name the recipe of {@code first}. */
    Found under(Found first) {
      SortedMap<String, Path> all = new TreeMap<>(recipes);
      all.putAll(first.recipes);
      List<PassedOver> none = new ArrayList<>(first.passedOver);
      none.addAll(passedOver);
      return new Found(all, none);
    }
  }

  /** Looks into {@code folder}, which need not be there; it may itself be a link. */
  static Found scan(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Found.NOTHING;
    }
    RecipeFolder found = new RecipeFolder(folder);
    try {
      // A link itself would not be walked through.
      Files.walkFileTree(folder.resolve("."), found);
    } catch (IOException e) {
      found.passedOver.add(new PassedOver("", folder, FailureReason.of(e)));
    }
    return new Found(found.recipes, found.passedOver);
  }

  /** Returns what the recipe in {@code file} is called. */
  static String name(Path file) {
    StringBuilder name = new StringBuilder();
    file.forEach(part -> name.append(name.isEmpty() ? "" : "/").append(part));
    return name.toString().replaceFirst("\\.sql$", "");
  }

  @Override
  public FileVisitResult visitFile(Path visited, BasicFileAttributes attributes) {
    Path file = visited.normalize();
    boolean isNamedSo = file.toString().endsWith(RecipeBook.SUFFIX);
    if (isNamedSo && attributes.isRegularFile()) {
      recipes.put(name(folder.relativize(file)), file);
    } else if (attributes.isSymbolicLink() && (isNamedSo || Files.isDirectory(file))) {
      passOver(file, "it is a link");
    } else if (isNamedSo) {
      passOver(file, "it is no file");
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path visited, IOException failure) {
    passOver(visited.normalize(), FailureReason.of(failure));
    return FileVisitResult.CONTINUE;
  }

  private void passOver(Path file, String why) {
    passedOver.add(new PassedOver(name(folder.relativize(file)), file, why));
  }
}
