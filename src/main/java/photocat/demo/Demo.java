package photocat.demo;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import photocat.command.Output;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;

/**
 * Shows the whole main job on a small invented sample: from tables and a list of names to photos,
 * checks and credits.
 */
public final class Demo {
  /** The catalogue's name in the folder of the demo. */
  public static final String CATALOG = "photocat.duckdb";

  static final String PHOTOS = "photos";

  private static final String SAMPLE = "sample";
  private static final String CREDITS = "attribution.csv";

  /** How many the demo promises: those of its manifest, but for one. */
  private static final int PROMISED = 44;

  /** Of a Red Admiral; the server has lost it. */
  static final long GONE_PHOTO = 900_000_318;

  /** Of a poppy; the server fails at the first request. */
  static final long SHAKY_PHOTO = 900_000_134;

  private final Path current;
  private final Path folder;
  private final Output output;
  private final OldCatalog old;
  private final Transcript transcript;

  /**
   * A demonstration that fills {@code folder}.
   *
   * @param current the user's current folder, absolute, from which shown paths start
   * @param folder absolute; {@link #CATALOG} in it is the catalogue of {@code photocat}
   * @param old looks at that of an earlier demonstration
   */
  public Demo(Path current, Path folder, Output output, OldCatalog old, Photocat photocat) {
    this.current = current;
    this.folder = folder;
    this.output = output;
    this.old = old;
    this.transcript = new Transcript(output, photocat);
  }

  /**
   * Runs the demonstration, in place of an earlier one.
   *
   * @throws PhotocatException when the folder holds other files in its way, a command does not end
   *     as it must, or photos are missing that should be there: {@link ExitStatus#PARTIAL}
   */
  public void run() {
    try (DemoFolder files = DemoFolder.open(folder, needed(), old)) {
      for (String file : SampleFiles.NAMES) {
        files.write(SAMPLE + "/" + file, SampleFiles.read(file));
      }
      try (PhotoServer server = startServer(files)) {
        transcript.say("photocat works on one catalogue, a DuckDB file. This is the demo's:");
        transcript.show(export());
        files.begin(CATALOG);
        Path sample = folder.resolve(SAMPLE);
        chooseNames(sample.resolve("inat-open-data"), sample.resolve("species.csv"));
        choosePhotos();
        fetchPhotos(server);
        checkPhotos(files);
        lookAtThem(files);
      }
    } catch (IOException e) {
      throw PhotocatException.of(
          ExitStatus.FAILED,
          "cannot run the demo in %s: %s".formatted(folder, FailureReason.of(e)),
          e);
    }
    sayGoodbye();
  }

  private static PhotoServer startServer(DemoFolder files) throws IOException {
    Map<Long, SamplePhoto> photos = SamplePhoto.all();
    PhotoServer.Served served = (name, photo) -> files.mayCome(PHOTOS + "/*/" + name, photo);
    try {
      return PhotoServer.open(photos, GONE_PHOTO, SHAKY_PHOTO, 0, served);
    } catch (SocketException e) {
      throw PhotocatException.of(
              ExitStatus.PARTIAL,
              "the demo ends here: its photo server does not start: " + FailureReason.of(e),
              e)
          .withHint(PhotoServer.REMEDY);
    }
  }

  private static Set<String> needed() {
    return Stream.concat(
            SampleFiles.NAMES.stream().map(file -> SAMPLE + "/" + file),
            Stream.of(CATALOG, CREDITS))
        .collect(Collectors.toUnmodifiableSet());
  }

  private void chooseNames(Path bundle, Path species) {
    transcript.say("Metadata: the tables of iNaturalist Open Data, here a tiny invented bundle.");
    transcript.runPartly("ingest", "inat-open-data", "--from", shown(bundle));
    transcript.say("A bad row is kept, with the reason.");
    transcript.run("run", "rejects");

    transcript.say("Names: a list of species, matched with iNaturalist's taxa.");
    transcript.run("shortlist", "load", shown(species));
    transcript.run("match");
    transcript.say(
        "Nothing is dropped in silence. One name is misspelt, one names a tree and a wasp.");
    transcript.run("run", "unmatched");
    transcript.run("run", "ambiguous");
    transcript.say("Say what they mean, by name or by number, and match again.");
    transcript.run("override", "add", "Digitalis purpurae", "Digitalis purpurea");
    transcript.run("override", "add", "Agathis montana", "931");
    transcript.run("match");
  }

  private void choosePhotos() {
    transcript.say(
        "A manifest freezes the choice: which photos, from which snapshot, by which rule.");
    transcript.run(
        "manifest",
        "build",
        "demo",
        "--license",
        "CC0,CC-BY,CC-BY-SA",
        "--top",
        "5",
        "--size",
        "medium");
    transcript.run("run", "coverage");
  }

  private void fetchPhotos(PhotoServer server) throws IOException {
    transcript.say(
        """
        Download. The demo starts a photo server on this machine, and draws the photos itself.
        One of them is gone, and one fails at first.""");
    transcript.runPartly(
        "download",
        "start",
        "demo",
        "--root",
        shown(folder.resolve(PHOTOS)),
        "--photo-base-url",
        server.baseUrl(),
        "--allow-private-hosts");
    transcript.run("run", "failures");
    requirePhotos(server);
  }

  private void checkPhotos(DemoFolder files) {
    transcript.say("Check every file against its row.");
    if (files.hasMore(PHOTOS)) {
      // Whatever else lies there is told, and no fault of the demonstration.
      transcript.runAtLeastPartly("verify", "demo");
    } else {
      transcript.run("verify", "demo");
    }
    transcript.run("run", "qa");
  }

  /** The files themselves count, not what was said of them. */
  private void requirePhotos(PhotoServer server) throws IOException {
    Path photos = folder.resolve(PHOTOS);
    long came = 0;
    if (Files.exists(photos)) {
      try (Stream<Path> files = Files.walk(photos)) {
        came = files.filter(file -> file.toString().matches(".*/9\\d{8}_medium\\.jpe?g")).count();
      }
    }
    if (came < PROMISED) {
      Optional<String> fault = server.fault();
      String catalog = shown(folder.resolve(CATALOG));
      String ask = transcript.line("--catalog", catalog, "run", "failures");
      String found = "the demo ends here: %d of %d photos came".formatted(came, PROMISED);
      throw PhotocatException.of(ExitStatus.PARTIAL, found + fault.map(", for "::concat).orElse(""))
          .withHint(fault.isPresent() ? PhotoServer.REMEDY : "'%s' says why".formatted(ask));
    }
  }

  private void lookAtThem(DemoFolder files) throws IOException {
    transcript.say("Licences and credits, ready to publish.");
    transcript.run("run", "licenses");
    files.begin(CREDITS);
    transcript.run("export", "attribution", "demo", "--out", shown(folder.resolve(CREDITS)));
    files.wrote(CREDITS);
    transcript.say("Everything is a question in SQL.");
    transcript.run(
        "-c",
        "SELECT scientific_name, count(*) AS photos, sum(size_bytes) AS size_bytes FROM downloads"
            + " WHERE state = 'done' GROUP BY ALL ORDER BY photos DESC, scientific_name");
    transcript.run("status");
  }

  private void sayGoodbye() {
    output.line("");
    output.line("The catalogue is " + shown(folder.resolve(CATALOG)) + ",");
    output.line("the photos are in " + shown(folder.resolve(PHOTOS)) + ",");
    output.line("their credits in " + shown(folder.resolve(CREDITS)) + ".");
    output.line("The next demo starts afresh there, and leaves alone what no demo wrote.");
    output.line("");
    output.line("Try next:");
    output.line("  " + export());
    Map<String, String> next = new LinkedHashMap<>();
    next.put(transcript.line(), "a prompt: type 'from downloads;' or '.help'");
    next.put(transcript.line("recipes"), "the questions that come with photocat");
    next.put(transcript.line("run", "credits"), "who is to be credited, in which words");
    next.put(transcript.line("ingest", "--help"), "the real tables, many gigabytes of them");
    int width = next.keySet().stream().mapToInt(String::length).max().orElse(0);
    // A comment after each command: the whole line can be pasted.
    next.forEach(
        (line, why) -> output.line("  " + line + " ".repeat(width - line.length()) + "  # " + why));
  }

  /** Absolute, since it is to hold in other folders too. */
  private String export() {
    return "export PHOTOCAT_CATALOG=" + ShellLine.quoted(folder.resolve(CATALOG).toString());
  }

  /** Returns a path as the user would type it; what begins otherwise might be no path. */
  private String shown(Path path) {
    if (!path.startsWith(current)) {
      return path.toString();
    }
    String below = current.relativize(path).toString();
    return below.startsWith("-") || below.startsWith("~") ? "./" + below : below;
  }
}
