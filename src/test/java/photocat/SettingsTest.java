package photocat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photocat.catalog.CatalogSettings;
import photocat.command.SettingInfo;
import photocat.fetch.FetchSettings;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.setting.Chosen;

final class SettingsTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("settings.properties");
  }

  @Test
  void areTheDefaultsWhenNothingIsGiven() {
    Settings settings = Settings.read(file, Map.of(), List.of());

    assertThat(settings.catalog()).isEqualTo(CatalogSettings.DEFAULTS);
    assertThat(settings.user().all()).extracting(SettingInfo::origin).containsOnly("default");
  }

  @Test
  void comeFromTheFileWithItsLine() throws IOException {
    write("# mine", "", "catalog.memory-limit = 512MiB");

    Settings settings = Settings.read(file, Map.of(), List.of());

    assertThat(settings.catalog().memoryLimitBytes()).isEqualTo(512L << 20);
    assertThat(settings.user().all().get(0))
        .isEqualTo(
            new SettingInfo(
                "catalog.memory-limit",
                "512MiB",
                file + ":3",
                "Memory that DuckDB may use before it spills to disk; a download outside the prompt"
                    + " begins with the least; 256MiB or more"));
  }

  @Test
  void holdOverWhatACommandGetsAlongWith() throws IOException {
    write("catalog.memory-limit = 512MiB");
    Settings given = Settings.read(file, Map.of(), List.of(), CatalogSettings.FRUGAL);
    write("# nothing");
    Settings none = Settings.read(file, Map.of(), List.of(), CatalogSettings.FRUGAL);

    assertThat(given.catalog().memoryLimitBytes()).isEqualTo(512L << 20);
    assertThat(none.catalog()).isEqualTo(CatalogSettings.FRUGAL);
  }

  @Test
  void letTheEnvironmentHoldOverTheFileAndFlagsOverBoth() throws IOException {
    write("catalog.threads = 1", "catalog.memory-limit = 300MiB");
    Map<String, String> environment =
        Map.of("PHOTOCAT_CATALOG_THREADS", "2", "PHOTOCAT_CATALOG_MEMORY_LIMIT", "400MiB");

    Settings settings = Settings.read(file, environment, List.of("catalog.threads=3"));

    assertThat(settings.catalog())
        .isEqualTo(
            new CatalogSettings(
                Chosen.NOTHING
                    .with(CatalogSettings.MEMORY_LIMIT, 400L << 20)
                    .with(CatalogSettings.THREADS, 3)));
    assertThat(settings.user().all())
        .extracting(SettingInfo::origin)
        .startsWith("PHOTOCAT_CATALOG_MEMORY_LIMIT", "--set", "default");
  }

  @Test
  void reachTheDownloader() {
    List<String> flags =
        List.of(
            "fetch.max-connections=7",
            "fetch.idle-timeout=PT1.5S",
            "fetch.max-photo-bytes=1MiB",
            "fetch.user-agent=a botanist",
            "fetch.allow-private-hosts=true");

    FetchSettings fetch = Settings.read(file, Map.of(), flags).user().jobs().fetch();

    assertThat(fetch.chosen().of(FetchSettings.MAX_CONNECTIONS)).isEqualTo(7);
    assertThat(fetch.chosen().of(FetchSettings.IDLE_TIMEOUT)).isEqualTo(Duration.ofMillis(1500));
    assertThat(fetch.chosen().of(FetchSettings.MAX_PHOTO_BYTES)).isEqualTo(1 << 20);
    assertThat(fetch.politeness().userAgent()).isEqualTo("a botanist");
    assertThat(fetch.allowPrivateHosts()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "fetch.max-connections=0, 'is 0, must be 1 to 512'",
    "fetch.max-connections=1.5, 'is 1.5, must be a whole number'",
    "fetch.pause=1s, 'is 1s, must be an ISO-8601 duration such as PT10S'",
    "fetch.pause=PT0S, 'is PT0S, must be above zero'",
    "fetch.user-agent=, 'is , must be not blank'",
    "fetch.allow-private-hosts=yes, 'is yes, must be true or false'"
  })
  void refuseWhatTheDownloaderCannotTake(String flag, String rule) {
    String key = flag.substring(0, flag.indexOf('='));

    assertThat(failureOf(Map.of(), List.of(flag)).message())
        .isEqualTo("--set: " + key + " " + rule);
  }

  @Test
  void refuseAnUnknownKeyOfTheFile() throws IOException {
    write("catalog.threads = 1", "catalog.treads = 1");

    PhotocatException failure = failureOf(Map.of(), List.of());

    assertThat(failure.message()).isEqualTo(file + ":2: there is no setting catalog.treads");
    assertThat(failure.hint())
        .get(STRING)
        .startsWith("there are catalog.memory-limit, catalog.threads, catalog.wait");
  }

  @Test
  void refuseAnUnknownVariableButKnowTheOthers() {
    Map<String, String> environment =
        Map.of("PHOTOCAT_CATALOG", "x.duckdb", "HOME", "/", "PHOTOCAT_CATALOG_TREADS", "1");

    assertThat(failureOf(environment, List.of()).message())
        .isEqualTo("PHOTOCAT_CATALOG_TREADS: there is no setting of that name");
  }

  @Test
  void refuseAnUnknownFlag() {
    assertThat(failureOf(Map.of(), List.of("threads=1")).message())
        .isEqualTo("--set: there is no setting threads");
  }

  @Test
  void refuseAFlagWithoutAValue() {
    assertThat(failureOf(Map.of(), List.of("catalog.threads")).message())
        .isEqualTo("--set: expected KEY=VALUE, found 'catalog.threads'");
  }

  @Test
  void refuseAValueThatCannotBeRead() throws IOException {
    write("catalog.memory-limit = 2 GB");

    assertThat(failureOf(Map.of(), List.of()).message())
        .isEqualTo(
            file + ":1: catalog.memory-limit is 2 GB, must be bytes, or a size such as 64MiB");
  }

  @Test
  void refuseAValueOutOfBounds() {
    assertThat(failureOf(Map.of("PHOTOCAT_CATALOG_THREADS", "0"), List.of()).message())
        .isEqualTo("PHOTOCAT_CATALOG_THREADS: catalog.threads is 0, must be 1 or more");
  }

  @Test
  void refuseALineThatSaysNothing() throws IOException {
    write("catalog.threads 4");

    assertThat(failureOf(Map.of(), List.of()).message())
        .isEqualTo(file + ":1: expected 'key = value', found 'catalog.threads 4'");
  }

  @Test
  void refuseAKeyThatIsSetTwice() throws IOException {
    write("catalog.threads = 4", "catalog.threads = 5");

    assertThat(failureOf(Map.of(), List.of()).message())
        .isEqualTo(file + ":2: catalog.threads is set before, at " + file + ":1");
  }

  @Test
  void refuseAFileThatIsNoText() throws IOException {
    Files.write(file, "catalog.threads = 4 # Fäden".getBytes(StandardCharsets.ISO_8859_1));

    PhotocatException failure = failureOf(Map.of(), List.of());

    assertThat(failure.message()).startsWith("cannot read settings file " + file + ": ");
    assertThat(failure.hint()).contains("make it a readable UTF-8 text, or remove it");
  }

  private void write(String... lines) throws IOException {
    Files.write(file, List.of(lines));
  }

  private PhotocatException failureOf(Map<String, String> environment, List<String> flags) {
    PhotocatException failure =
        catchThrowableOfType(
            PhotocatException.class, () -> Settings.read(file, environment, flags));
    assertThat(failure.kind()).isEqualTo(ExitStatus.USAGE);
    return failure;
  }
}
