import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Kills one download at many random moments and then lets it end: {@code java
 * src/bench/KillDownloads.java PHOTOCAT FOLDER [KILLS [PHOTOS [CHECKPOINT_THRESHOLD [FSYNC]]]]}.
 *
 * <p>FOLDER is made and must not exist. The photos come from a server in this process, so that it
 * knows what was asked for in each life. After each kill no file may be under its name that is not
 * whole, and nothing that was whole may be asked for again; what is asked for again is no more than
 * what was in flight; at the end the files must be exactly those of the manifest, byte for byte,
 * and the rows must say so. Ends with 1 and the first violation otherwise.
 */
final class KillDownloads {
  private static final int CONNECTIONS = 16;

  private final String photocat;
  private final Path folder;
  private final int kills;
  private final int photos;
  private final String checkpointThreshold;
  private final String fsync;
  private final Random random = new Random(20261120);
  private final byte[][] bytes;
  private final List<Integer> asked = Collections.synchronizedList(new ArrayList<>());
  private final Semaphore requests = new Semaphore(0);
  private final Set<Integer> everAsked = new HashSet<>();
  private int killed;
  private int again;
  private int mostAgain;
  private int beforeTheFirst;

  private KillDownloads(String[] arguments) {
    photocat = Path.of(arguments[0]).toAbsolutePath().toString();
    folder = Path.of(arguments[1]).toAbsolutePath();
    kills = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100;
    photos = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 2_000;
    checkpointThreshold = arguments.length > 4 ? arguments[4] : "16MB";
    fsync = arguments.length > 5 ? arguments[5] : "batch";
    bytes = new byte[photos + 1][];
  }

  public static void main(String[] arguments) throws Exception {
    new KillDownloads(arguments).run();
  }

  private void run() throws Exception {
    Files.createDirectories(folder.getParent());
    Files.createDirectory(folder);
    for (int id = 1; id <= photos; id++) {
      bytes[id] = photo(id);
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    Files.writeString(folder.resolve("manifest.sql"), manifest());
    Files.writeString(
        folder.resolve("download.sql"),
        """
        SET GLOBAL checkpoint_threshold = '%s';
        .download start m --root photos --allow-private-hosts --connections %d --fsync %s --photo-base-url %s
        """
            .formatted(checkpointThreshold, CONNECTIONS, fsync, address));
    require(start("-f", "manifest.sql").waitFor() == 0, "the manifest cannot be made");
    long startedAt = System.nanoTime();
    boolean ended = false;
    while (killed < kills && !ended) {
      ended = liveAndDie();
      whole();
    }
    Set<Integer> whole = whole();
    asked.clear();
    require(start("-f", "download.sql").waitFor() == 0, "the last run fails");
    require(asked.stream().noneMatch(whole::contains), "the last run asks for what is there");
    countAgain();
    require(whole().size() == photos, "files are missing");
    require(parts() == 0, "parts are left");
    require(start("verify", "m").waitFor() == 0, "verify finds something");
    server.stop(0);
    System.out.printf(
        "%d kills (%d before the first request) in %d s, checkpoint threshold %s, fsync %s%n",
        killed,
        beforeTheFirst,
        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startedAt),
        checkpointThreshold,
        fsync);
    System.out.printf(
        "%d photos, all there, byte for byte, no other; %d asked for again, %.1f a kill and %d at"
            + " most in one run (%d in flight)%n",
        photos, again, (double) again / killed, mostAgain, CONNECTIONS);
    System.exit(0);
  }

  /** Returns whether the download came to its end. */
  private boolean liveAndDie() throws Exception {
    Set<Integer> whole = whole();
    asked.clear();
    requests.drainPermits();
    Process process = start("-f", "download.sql");
    // Most die while photos land, some while the catalogue is opened and the crash before is
    // mended.
    if (random.nextInt(100) < 15) {
      process.waitFor(random.nextInt(1_500), TimeUnit.MILLISECONDS);
    } else {
      int after = 1 + random.nextInt(Math.max(2, 2 * photos / kills));
      while (process.isAlive() && !requests.tryAcquire(after, 20, TimeUnit.MILLISECONDS)) {
        // As long as it lives.
      }
      process.waitFor(random.nextInt(60), TimeUnit.MILLISECONDS);
    }
    boolean ended = !process.isAlive();
    if (ended) {
      require(process.exitValue() == 0, "a run fails with " + process.exitValue());
    } else {
      process.destroyForcibly().waitFor();
      killed++;
    }
    List<Integer> now = List.copyOf(asked);
    if (now.isEmpty()) {
      beforeTheFirst++;
    }
    require(now.stream().noneMatch(whole::contains), "a run asks for what is there");
    countAgain();
    return ended;
  }

  private void countAgain() {
    int count = 0;
    for (int id : List.copyOf(asked)) {
      count += everAsked.add(id) ? 0 : 1;
    }
    again += count;
    mostAgain = Math.max(mostAgain, count);
    require(again <= killed * CONNECTIONS, again + " photos are asked for again");
  }

  /** Returns the photos that are there; fails if one is not whole or none of ours. */
  private Set<Integer> whole() throws IOException {
    Set<Integer> found = new HashSet<>();
    Path root = folder.resolve("photos");
    if (Files.notExists(root)) {
      return found;
    }
    Map<String, Integer> names = new HashMap<>();
    for (int id = 1; id <= photos; id++) {
      names.put("name_" + id % 2 + "/" + id + "_large.jpg", id);
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString();
        if (!name.endsWith(".part")) {
          Integer id = names.get(name);
          require(id != null, name + " is none of the manifest");
          require(Arrays.equals(Files.readAllBytes(file), bytes[id]), name + " is not whole");
          found.add(id);
        }
      }
    }
    return found;
  }

  private long parts() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("photos"))) {
      return files.filter(file -> file.toString().endsWith(".part")).count();
    }
  }

  /** Half now, half a little later, so that kills find photos half written. */
  private void answer(HttpExchange exchange) throws IOException {
    int id = Integer.parseInt(exchange.getRequestURI().getPath().split("/")[2]);
    asked.add(id);
    requests.release();
    try (exchange;
        OutputStream out = exchange.getResponseBody()) {
      exchange.sendResponseHeaders(200, bytes[id].length);
      out.write(bytes[id], 0, bytes[id].length / 2);
      out.flush();
      TimeUnit.MILLISECONDS.sleep(id % 40);
      out.write(bytes[id], bytes[id].length / 2, bytes[id].length - bytes[id].length / 2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Process start(String... words) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(photocat, "--write-own-tables", "--catalog", "photocat.duckdb"));
    command.addAll(List.of(words));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("runs.log").toFile()))
        .start();
  }

  private String manifest() {
    return """
    INSERT INTO manifests VALUES (1, 'm', '{}', 1, 2, %d, now());
    INSERT INTO manifest_photos (
        manifest_id, file_id, taxon_key, scientific_name, original_name, name_source, slug, file_name, rank,
        photo_id, source, taxon_id, observation_id, url, license, login, credit
    )
    SELECT
        1, p, 'k' || p %% 2, 'Name ' || p %% 2, 'Name ' || p %% 2, 'accepted', 'name_' || p %% 2,
        'name_' || p %% 2 || '/' || p || '_large.jpg', p, p, 'inat-open-data', 20, uuid(),
        'https://inat.example/photos/' || p || '/large.jpg', 'CC0', 'ann', '(c) ann'
    FROM range(1, %d) AS r (p);
    """
        .formatted(photos, photos + 1);
  }

  private static byte[] photo(int id) throws IOException {
    BufferedImage image = new BufferedImage(120, 90, BufferedImage.TYPE_INT_RGB);
    Random noise = new Random(id);
    for (int y = 0; y < 90; y++) {
      for (int x = 0; x < 120; x++) {
        image.setRGB(x, y, noise.nextInt(1 << 24));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", out);
    return out.toByteArray();
  }

  private void require(boolean holds, String violation) {
    if (!holds) {
      System.err.println("after " + killed + " kills: " + violation);
      System.exit(1);
    }
  }
}
