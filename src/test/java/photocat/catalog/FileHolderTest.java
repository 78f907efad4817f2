package photocat.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileHolderTest {
  private static final String LOCKED =
      "IO Error: Could not set lock on file \"/data/bees.duckdb\": Conflicting lock is held in ";

  @ParameterizedTest
  @CsvSource({
    "/usr/bin/duckdb (PID 4242) by user ada. See also https://duckdb.org, 4242, /usr/bin/duckdb",
    "/opt/my (own) tools/python3.12 (PID 7). However, 7, /opt/my (own) tools/python3.12",
    "PID 4242. See also, 4242, ''",
    "PID -4242 by user ada, -4242, ''",
    "PID 0, 0, ''"
  })
  void isReadFromWhatDuckDbSays(String text, long pid, String program) {
    assertThat(FileHolder.in(new SQLException(LOCKED + text)))
        .contains(new FileHolder(pid, program));
  }

  @Test
  void isNobodyWhereNoneIsNamed() {
    assertThat(FileHolder.in(new SQLException("IO Error: Cannot open file"))).isEmpty();
  }

  @Test
  void isAnotherProgramThoughJavaRunsIt() {
    long pid = ProcessHandle.current().pid();
    FileHolder self = new FileHolder(pid, "/usr/bin/java");

    assertThat(self.photocat()).isEqualTo(Optional.empty());
    assertThat(self.isAnotherProgram()).isTrue();
    assertThat(self.isAlive()).isTrue();
    assertThat(self.isStopped()).isFalse();
    assertThat(self.process()).startsWith("process %d (/usr/bin/java) since 20".formatted(pid));
  }

  /** The kernel knows the number that the process has there, or none. */
  @Test
  void isOnAnotherMachineWhereItsProgramIsNotKnown() {
    FileHolder remote = new FileHolder(-4242, "");

    assertThat(remote.photocat()).isEmpty();
    assertThat(remote.isAnotherProgram()).isFalse();
    assertThat(remote.isAlive()).isTrue();
    assertThat(remote.process()).isEqualTo("a process on another machine or in another container");
  }
}
