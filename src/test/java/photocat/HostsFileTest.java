package photocat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.fetch.HostTable;

final class HostsFileTest {
  @TempDir Path folder;

  @Test
  void shippedTableHoldsWithoutAFile() {
    assertThat(HostsFile.readBeside(settings())).isSameAs(HostTable.SHIPPED);
  }

  @Test
  void shippedTableCanBeCopiedAndEdited() throws IOException {
    try (InputStream shipped = HostTable.class.getResourceAsStream("hosts.csv")) {
      Files.copy(shipped, folder.resolve("hosts.csv"));
    }

    assertThat(HostsFile.readBeside(settings())).isNotSameAs(HostTable.SHIPPED);
  }

  @Test
  void wrongLineIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("hosts.csv"), "# mine\nhost,limit\n");

    assertThatThrownBy(() -> HostsFile.readBeside(settings()))
        .hasMessageStartingWith(
            "cannot read the table of hosts %s, line 2: the header must be hosts,path,"
                .formatted(file));
  }

  private Path settings() {
    return folder.resolve("settings.properties");
  }
}
