package photocat;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.LauncherClone.Ended;

/** {@code mvnw} runs no Maven but the one whose sum is in its settings, unzipped or untarred. */
final class MavenWrapperTest {
  private static final Path SETTINGS = Path.of(".mvn/wrapper/maven-wrapper.properties");
  private static final byte[] MVN =
      "#!/bin/sh\necho this is Maven, with \"$LC_ALL$LC_CTYPE\"\n"
          .getBytes(StandardCharsets.US_ASCII);

  /** All that mvnw may need but unzip, wget and curl. */
  private static final String ONLY_TOOLS =
      """
      mkdir -p tools
      for tool in sh uname tr dirname basename mktemp rm mkdir cp tar gzip sha256sum mv cat locale; do
        ln -sf "$(command -v $tool)" tools/
      done
      PATH=$PWD/tools
      """;

  @TempDir private Path folder;
  private LauncherClone clone = new LauncherClone(Path.of(""));
  private final byte[] zip;
  private final byte[] tar;
  private final HttpServer server;

  MavenWrapperTest() throws IOException {
    zip = zip();
    tar = tar();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void serveMaven() throws Exception {
    clone = LauncherClone.in(folder);
    Files.copy(Path.of("mvnw"), clone.home().resolve("mvnw"), REPLACE_EXISTING);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          byte[] body = path.endsWith(".zip") ? zip : tar;
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void runsTheMavenOfTheSum() throws Exception {
    write(zip, tar);

    for (String tools : new String[] {"", ONLY_TOOLS}) {
      Ended ended = clone.run(tools + start());

      assertThat(ended.data()).as(ended.narration()).isEqualTo("this is Maven, with C.UTF-8\n");
    }
  }

  @Test
  void refusesAnyOther() throws Exception {
    write(new byte[0], new byte[0]);

    for (String tools : new String[] {"", ONLY_TOOLS}) {
      Ended ended = clone.run(tools + start());

      assertThat(ended.exitCode()).isEqualTo(1);
      assertThat(ended.data()).isEmpty();
      assertThat(ended.narration()).contains("Failed to validate Maven distribution SHA-256");
    }
  }

  /** Such as a move that was cut short leaves, or the folder of another project's wrapper. */
  @Test
  void takesALeftoverForNoMaven() throws Exception {
    write(zip, tar);
    clone.run(start());
    clone.run(
        "for d in home/.m2/wrapper/dists/*/*; do rm -r \"$d/bin\"; touch \"$d/leftover\"; done");

    Ended ended = clone.run(start().replace("rm -rf home; mkdir home;", ""));

    assertThat(ended.data()).as(ended.narration()).isEqualTo("this is Maven, with C.UTF-8\n");
    assertThat(clone.run("cd home/.m2/wrapper/dists/*; ls; ls *").data())
        .matches("[0-9a-f]+\nbin\nmvnw.url\n");
  }

  @Test
  void needsNoTemporaryFolder() throws Exception {
    write(zip, tar);

    Ended ended = clone.run("export TMPDIR=/nonexistent\n" + start());

    assertThat(ended.data()).as(ended.narration()).isEqualTo("this is Maven, with C.UTF-8\n");
  }

  /** That of busybox may know no TLS, or no proxy. */
  @Test
  void doesWithoutAWgetThatFails() throws Exception {
    write(zip, tar);
    LauncherClone.program(folder.resolve("tools/wget"), "echo 'wget: usage' >&2; exit 1\n");

    Ended ended = clone.run(ONLY_TOOLS + start());

    assertThat(ended.data()).as(ended.narration()).isEqualTo("this is Maven, with C.UTF-8\n");
  }

  @Test
  void tellsWhyGnuWgetFails() throws Exception {
    write(zip, tar);
    LauncherClone.program(
        folder.resolve("tools/wget"),
        """
        case "$*" in
          *--version*) echo GNU Wget 1.21 ;;
          *--no-verbose*) echo 'wget: unable to resolve r.example' >&2; exit 4 ;;
          *) exit 4 ;;
        esac
        """);

    Ended ended = clone.run(ONLY_TOOLS + start());

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.narration())
        .startsWith("wget: unable to resolve r.example\nwget: Failed to fetch http");
  }

  @Test
  void hasBothSums() throws IOException {
    assertThat(Files.readString(SETTINGS))
        .containsPattern("(?m)^distributionSha256Sum=[0-9a-f]{64}$")
        .containsPattern("(?m)^distributionTarSha256Sum=[0-9a-f]{64}$");
  }

  private String start() {
    return """
        rm -rf home; mkdir home; HOME=$PWD/home JAVA_HOME='%s' LANG=C
        MVNW_REPOURL=http://127.0.0.1:%d; export HOME LANG MVNW_REPOURL
        unset http_proxy HTTP_PROXY; mkdir -p Äpfel; cp -r clone/. Äpfel; sh Äpfel/mvnw -v
        """
        .formatted(System.getProperty("java.home"), server.getAddress().getPort());
  }

  private void write(byte[] ofZip, byte[] ofTar) throws Exception {
    Path copy = Files.createDirectories(clone.home().resolve(".mvn/wrapper"));
    Files.writeString(
        copy.resolve("maven-wrapper.properties"),
        """
        distributionUrl=http://127.0.0.1/org/apache/maven/apache-maven/1/apache-maven-1-bin.zip
        distributionSha256Sum=%s
        distributionTarSha256Sum=%s
        """
            .formatted(sum(ofZip), sum(ofTar)));
  }

  private static String sum(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream archive = new ZipArchiveOutputStream(bytes)) {
      ZipArchiveEntry entry = new ZipArchiveEntry("apache-maven-1/bin/mvn");
      // By a shell it runs where nothing else may, as on a disk that is mounted with noexec.
      entry.setUnixMode(0644);
      archive.putArchiveEntry(entry);
      archive.write(MVN);
      archive.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }

  private static byte[] tar() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(bytes);
        TarArchiveOutputStream archive = new TarArchiveOutputStream(packed)) {
      TarArchiveEntry entry = new TarArchiveEntry("apache-maven-1/bin/mvn");
      entry.setSize(MVN.length);
      entry.setMode(0644);
      archive.putArchiveEntry(entry);
      archive.write(MVN);
      archive.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }
}
