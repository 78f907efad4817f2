package photocat.shell;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import photocat.catalog.Session;
import photocat.command.CatalogUse;
import photocat.command.Context;
import photocat.command.OutputMode;
import photocat.image.Thumbnail;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.shell.picture.PictureProtocol;

/** Shows photos of the catalogue to the person. */
final class Photos {
  private static final String QUERY = "shell/photo";

  /** Some sixty columns of a usual terminal. */
  private static final int LONGEST_PX = 640;

  private final Context context;
  private final TextOutput output;

  Photos(Context context, TextOutput output) {
    this.context = context.using(CatalogUse.READ);
    this.output = output;
  }

  /** Draws a photo where the terminal can, and tells its file, licence and credit everywhere. */
  void show(List<String> words) {
    long photo = photo(words);
    PictureProtocol protocol =
        PictureProtocol.of(context.settings().pictures(), Map.of()).orElse(PictureProtocol.NONE);
    KeptResult before = output.display().last();
    try (Session session = context.openSession()) {
      Optional<Path> file = file(session, photo);
      if (protocol != PictureProtocol.NONE && output.isScreen()) {
        file.ifPresent(found -> draw(found, protocol));
      }
      session.query(QUERY, Map.of("photo_id", photo), output.rows(OutputMode.LINE));
    } finally {
      // The photo was asked for out of a result, of which the next may be wanted too.
      output.display().restore(before);
    }
  }

  /** Returns the file of the photo that {@code words} name, which is there. */
  Path file(List<String> words) {
    long photo = photo(words);
    try (Session session = context.openSession()) {
      return file(session, photo)
          .orElseThrow(
              () ->
                  PhotocatException.of(
                          ExitStatus.FAILED,
                          "cannot open photo %d: its file is not here".formatted(photo))
                      .withHint(".show tells where it can be seen"));
    }
  }

  /** Opens the file of a photo in a window of its own. */
  static void open(Path file, Foreground foreground) {
    int exitCode = foreground.view(file);
    if (exitCode != 0) {
      throw PhotocatException.of(
          ExitStatus.FAILED, "cannot open %s: the viewer ended with %d".formatted(file, exitCode));
    }
  }

  /** Returns the number that was typed, else that of the first photo of the last result. */
  private long photo(List<String> words) {
    if (!words.isEmpty()) {
      if (!words.get(0).matches("\\d{1,18}")) {
        throw PhotocatException.of(ExitStatus.USAGE, "'%s' is no photo_id".formatted(words.get(0)));
      }
      return Long.parseLong(words.get(0));
    }
    KeptResult last = output.display().last();
    int column =
        IntStream.range(0, last.columns().size())
            .filter(i -> last.columns().get(i).name().equalsIgnoreCase("photo_id"))
            .findFirst()
            .orElse(-1);
    if (column >= 0
        && !last.rows().isEmpty()
        && last.rows().get(0).get(column) instanceof Number id) {
      return id.longValue();
    }
    throw PhotocatException.of(ExitStatus.USAGE, "the last result has no photo_id to show")
        .withHint("for example .show 1234567, or SELECT photo_id first");
  }

  private static Optional<Path> file(Session session, long photo) {
    List<Optional<String>> files =
        session.list(QUERY, Map.of("photo_id", photo), row -> row.optionalText("file"));
    if (files.isEmpty()) {
      throw PhotocatException.of(
          ExitStatus.FAILED, "the catalogue knows no photo %d".formatted(photo));
    }
    return files.get(0).map(Path::of).filter(Files::isRegularFile);
  }

  /** A photo that cannot be drawn still has its words. */
  private void draw(Path file, PictureProtocol protocol) {
    try {
      Optional<Thumbnail> picture = Thumbnail.read(file, LONGEST_PX);
      if (picture.isEmpty()) {
        output.note("cannot draw %s: no decoder for its format".formatted(file));
        return;
      }
      Writer screen = output.streams().data();
      screen.write(protocol.encode(picture.get()));
      output.streams().flush();
    } catch (IOException e) {
      output.note("cannot draw %s: %s".formatted(file, ScriptText.reason(e)));
    }
  }
}
