package photocat.catalog.recipe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import photocat.catalog.StatementWords;
import photocat.file.OutputFile;
import photocat.file.Outputs;
import photocat.file.Writing;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.sql.NamedParameters;

/** Writes recipes into the user's folders. */
public final class RecipeFiles {
  private final RecipeBook book;
  private final Outputs outputs;

  /** Writes into the folders of {@code book}, by way of {@code outputs}. */
  public RecipeFiles(RecipeBook book, Outputs outputs) {
    this.book = book;
    this.outputs = outputs;
  }

  /**
   * Makes a recipe of a statement. Its parameters become texts that may be left out; whoever knows
   * better edits the file.
   *
   * @param title what it answers, empty for the words of its name
   * @param force whether a recipe of this name may be there
   * @return the file
   */
  public Path save(String name, Optional<String> title, String statement, boolean force) {
    Path fresh = book.newFile(name);
    Optional<Path> present = book.userFile(name);
    if (!force && (present.isPresent() || RecipeBook.isBundled(name))) {
      throw PhotocatException.of(
              ExitStatus.USAGE,
              "cannot save recipe %s: %s"
                  .formatted(
                      name,
                      present
                          .map(file -> file + " is there")
                          .orElse("one of this name comes with photocat")))
          .withHint(
              "choose another name, or "
                  + (present.isPresent() ? "overwrite it" : "put yours before it")
                  + " with --force");
    }
    Path file = present.orElse(fresh);
    String text = text(title.orElse(words(name)), statement);
    List<RecipeFault> faults = RecipeReader.faults(name, file.toString(), text);
    if (!faults.isEmpty()) {
      throw PhotocatException.of(
          ExitStatus.USAGE, "cannot save recipe %s: %s".formatted(name, faults.get(0).what()));
    }
    write(name, file, text, force && present.isPresent());
    return file;
  }

  /** Returns the user's file of a recipe, to which one that is shipped is copied first. */
  public Path own(String name) {
    Optional<Path> present = book.userFile(name);
    if (present.isPresent()) {
      return present.get();
    }
    String text = book.text(name);
    Path file = book.newFile(name);
    write(name, file, text, false);
    return file;
  }

  private static String text(String title, String statement) {
    StringBuilder text = new StringBuilder("-- @title   ").append(title.strip()).append('\n');
    for (String parameter : NamedParameters.in(statement).names()) {
      text.append("-- @param   ").append(parameter).append("  text?\n");
    }
    if (!new StatementWords(statement).asks()) {
      text.append("-- @writes\n");
    }
    return text.append(statement).append(";\n").toString();
  }

  private static String words(String name) {
    String words = name.substring(name.lastIndexOf('/') + 1).replaceAll("[-_.]+", " ").strip();
    if (words.isEmpty()) {
      return name;
    }
    int first = words.offsetByCodePoints(0, 1);
    return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
  }

  /** A file that was there is replaced whole, or stays. */
  private void write(String name, Path file, String text, boolean force) {
    Writing how =
        Writing.of("write recipe", force)
            .notThroughLinksBelow(RecipeBook.folder(name, file))
            .orElse("move it away, or choose another name");
    try (OutputFile written = OutputFile.open(outputs.place(file, how))) {
      written.writer().write(text);
      written.finish();
    } catch (IOException e) {
      throw how.failure(file, e);
    }
  }
}
