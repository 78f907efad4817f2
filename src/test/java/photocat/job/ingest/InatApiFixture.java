package photocat.job.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import photocat.source.inatapi.InatServer;

/** Species, and a server that knows them; it serves until the tests are over. */
final class InatApiFixture implements SourceFixture {
  private static final InatServer SERVER = server();

  private static final String SPECIES = "name,start_id\nViola alba,0\nViola odorata,0\n";

  /** Each page is kept as soon as it comes. */
  private static final int MOST_ROWS = 20_000;

  @Override
  public String source() {
    return InatApiIngest.SOURCE;
  }

  @Override
  public List<String> small(Path folder) throws IOException {
    SERVER.forget(12, 900).forget(12, 901);
    return words(folder, "small", SPECIES);
  }

  @Override
  public List<String> spoiled(Path folder) throws IOException {
    SERVER.raw(12, 900, "{\"id\":900,\"uuid\":null}").raw(12, 901, "{\"id\":901}");
    return words(
        folder, "spoiled", SPECIES + "Viola nowhere,0\nViola alba,soon\n,0\nViola twice,0\n");
  }

  @Override
  public List<String> rejects() {
    return List.of(
        "flora|3|iNaturalist knows no taxon of that name",
        "flora|4|its start_id is soon, must be a number",
        "flora|5|it has no name",
        "flora|6|iNaturalist has several taxa of that name, such as 13, 14; give the number",
        "observations of Viola odorata|1|it has no uuid",
        "observations of Viola odorata|2|it has no uuid");
  }

  @Override
  public List<String> large(Path folder, int most) throws IOException {
    int rows = Math.min(most, MOST_ROWS);
    SERVER.observations(15, 1, rows);
    List<String> words = words(folder, "large", "name\nBellis perennis\n");
    return Stream.concat(words.stream(), Stream.of("--observations=" + rows)).toList();
  }

  @Override
  public boolean takesAddresses() {
    return false;
  }

  @Override
  public boolean cutsPieces() {
    return false;
  }

  @Override
  public String toString() {
    return source();
  }

  private static List<String> words(Path folder, String name, String species) throws IOException {
    Path file = folder.resolve(name + ".csv");
    Files.writeString(file, species);
    return List.of(
        "ingest",
        InatApiIngest.SOURCE,
        "--species=" + file,
        "--name=flora",
        "--api=" + SERVER.address());
  }

  private static InatServer server() {
    try {
      return new InatServer()
          .taxon(1, "Plantae", "kingdom")
          .taxon(2, "Viola", "genus", 1)
          .taxon(11, "Viola alba", "species", 1, 2)
          .taxon(12, "Viola odorata", "species", 1, 2)
          .taxon(13, "Viola twice", "species", 1, 2)
          .taxon(14, "Viola twice", "species", 1, 2)
          .taxon(15, "Bellis perennis", "species", 1)
          .observations(11, 101, 2)
          .observations(12, 201, 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
