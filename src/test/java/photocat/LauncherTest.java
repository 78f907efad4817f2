package photocat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.LauncherClone.Ended;

/** The script {@code photocat} once there is an app: where it may lie, and which Java it takes. */
final class LauncherTest {
  @TempDir private Path folder;
  private LauncherClone clone = new LauncherClone(Path.of(""));

  @BeforeEach
  void makeClone() throws IOException {
    clone = LauncherClone.in(folder).built();
  }

  @Test
  void handsOnEveryWordAsItWasTyped() throws Exception {
    Ended ended = clone.run("\"$clone/photocat\" -c \"select 'a  b' *\" '' 'ü\"\\x' '$HOME'");

    assertThat(ended.words()).containsExactly("-c", "select 'a  b' *", "", "ü\"\\x", "$HOME");
    assertThat(ended.narration()).isEmpty();
    assertThat(ended.exitCode()).isZero();
  }

  @Test
  void isStartedByAnyShell() throws Exception {
    for (String start :
        List.of(
            "sh \"$clone/photocat\" x",
            "bash \"$clone/photocat\" x",
            "cd \"$clone\"; sh photocat x",
            "cd \"$clone\"; ./photocat x",
            "cd \"$clone/target\"; sh ../photocat x",
            "PATH=$clone:$PATH; photocat x")) {
      assertThat(clone.run(start).words()).as(start).containsExactly("x");
    }
  }

  @Test
  void isStartedByLinksFromAnyFolder() throws Exception {
    for (String links :
        List.of(
            "ln -s \"$clone/photocat\" 'my link'; './my link' x",
            "mkdir a b; ln -s ../clone/photocat a/one; ln -s ../a/one b/two; PATH=$PWD/b:$PATH; two x",
            "ln -s clone way; CDPATH=/:/tmp:$clone; export CDPATH; way/photocat x",
            "mkdir bin; ln -s \"$clone/photocat\" bin/photocat; cd /; photocat x")) {
      assertThat(clone.run(links).words()).as(links).containsExactly("x");
    }
  }

  @Test
  void liesInAFolderOfAnyName() throws Exception {
    for (String name : List.of("a b", "Äpfel 漢字", "it's \"$HOME\"", "-x", "100%20#!&;*")) {
      Ended ended =
          clone.run("mv clone './%1$s'; './%1$s/photocat' x".formatted(name.replace("'", "'\\''")));

      assertThat(ended.words()).as(name).containsExactly("x");
      assertThat(ended.data()).contains("/" + name + "/target/app/photocat.jar");
      clone.run("mv './%s' clone".formatted(name.replace("'", "'\\''")));
    }
  }

  @Test
  void saysWhatToDoWithACopyOfTheScript() throws Exception {
    Ended ended = clone.run("mkdir bin; cp \"$clone/photocat\" bin/photocat; photocat x");

    assertThat(ended.narration())
        .isEqualTo(
            """
            error: cannot start from %1$s: the other files of photocat are not there
              hint: a copy of the script is not enough; make a link in its place: ln -s CLONE/photocat %1$s/photocat
            """
                .formatted(folder.resolve("bin")));
    assertThat(ended.exitCode()).isEqualTo(1);
  }

  @Test
  void saysThatAColonInTheNameOfItsFolderIsTooMuchForJava() throws Exception {
    Ended ended = clone.run("mv clone a:b; a:b/photocat x");

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.narration())
        .isEqualTo(
            """
            error: cannot run in %s/a:b: Java takes a colon for the end of a path
              hint: give the folder another name
            """
                .formatted(folder));
  }

  @Test
  void saysThatAnExclamationMarkAtTheEndOfAFolderIsTooMuchForJava() throws Exception {
    Ended ended = clone.run("mkdir 'a!'; mv clone 'a!'; 'a!/clone/photocat' x");

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.narration())
        .isEqualTo(
            """
            error: cannot run in %s/a!/clone: Java takes ! before / for the end of a jar
              hint: give the folder another name
            """
                .formatted(folder));
  }

  /** bash hands them on to every script that bash runs, as sh too. */
  @Test
  void takesNoFunctionsOfTheUserForPrograms() throws Exception {
    assumeThat(clone.run("command -v bash").exitCode()).as("there is no bash").isZero();
    Files.writeString(
        folder.resolve("functions"),
        """
        cd() { builtin cd "$@" && ls; }
        for name in command pwd printf readlink mkdir touch mv rm java; do
          eval "$name() { echo not the program; }"
          export -f $name
        done
        export -f cd
        exec bash "$clone/photocat" x
        """);

    Ended ended = clone.run("unset JAVA_HOME; PATH=$folder/jdk/bin:$PATH; bash functions");

    assertThat(ended.words()).as(ended.narration()).containsExactly("x");
    assertThat(ended.narration()).isEmpty();
  }

  /** As after an installation with umask 077. */
  @Test
  void saysWhatThisUserMayNotRead() throws Exception {
    String start = isRoot() ? "setpriv --reuid 65534 --clear-groups " : "";
    assumeThat(clone.run(start + "true").exitCode()).as("root cannot be another").isZero();
    clone.run("chmod 755 .");
    for (String part : List.of("target/app/photocat.jar", "target/app", "target", ".mvn")) {
      Ended ended =
          clone.run(
              "chmod a= clone/%1$s; %2$s clone/photocat x; code=$?; chmod u=rwx clone/%1$s; exit $code"
                  .formatted(part, start));

      assertThat(ended.exitCode()).as(part).isEqualTo(1);
      assertThat(ended.narration())
          .isEqualTo(
              """
              error: cannot read %1$s/%2$s: this user may not
                hint: whoever made %1$s can let others read it: chmod -R go+rX '%1$s'
              """
                  .formatted(clone.home(), part));
      clone.run("chmod 755 clone/" + part);
    }
    assertThat(clone.mavenRuns()).isZero();
  }

  /** Java without this goes to a folder in /tmp there, whose files the next Java removes. */
  @Test
  void worksInAFolderThatMayBeEnteredButNotRead() throws Exception {
    String start = isRoot() ? "setpriv --reuid 65534 --clear-groups " : "";
    assumeThat(clone.run(start + "true").exitCode()).as("root cannot be another").isZero();
    LauncherClone.program(
        folder.resolve("jdk/bin/java"),
        "exec '%s/bin/java' \"$@\"\n".formatted(System.getProperty("java.home")));
    Files.writeString(
        folder.resolve("Where.java"),
        """
        class Where {
          public static void main(String... words) throws java.io.IOException {
            System.out.println(java.nio.file.Path.of("/proc/self/cwd").toRealPath());
            System.out.println(java.nio.file.Path.of("").toAbsolutePath());
          }
        }
        """);
    String jdk = System.getProperty("java.home") + "/bin/";
    Ended made =
        clone.run(
            "'%1$sjavac' Where.java && printf 'Main-Class: Where\\n' >m && '%1$sjar' cfm clone/target/app/photocat.jar m Where.class"
                .formatted(jdk));
    assertThat(made.exitCode()).as(made.narration()).isZero();

    Ended ended =
        clone.run(
            "chmod -R a+rX .; mkdir -m 311 dark; cd dark; "
                + start
                + "../clone/photocat; chmod 755 .");

    assertThat(ended.data())
        .as(ended.narration())
        .isEqualTo("%1$s\n%1$s\n".formatted(folder.resolve("dark")));
  }

  @Test
  void saysThatTheCurrentFolderIsGone() throws Exception {
    Ended ended = clone.run("mkdir gone; cd gone; rmdir ../gone; \"$clone/photocat\" x");

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.data()).isEmpty();
    assertThat(ended.narration())
        .endsWith(
            """
            error: cannot start: the current folder is gone
              hint: go to another one with cd
            """);
  }

  private boolean isRoot() throws Exception {
    return clone.run("id -u").data().equals("0\n");
  }

  @Test
  void takesTheJavaOfAnyPath() throws Exception {
    for (String path :
        List.of(
            "mv jdk 'a jdk'; PATH=\"$PWD/a jdk/bin:$PATH\"",
            "mkdir one; ln -s '../a jdk/bin/java' one/java; PATH=$PWD/one:$PATH",
            "PATH=one:$PATH",
            "ln -s 'a jdk' current; PATH=$PWD/current/bin:$PATH")) {
      Ended ended = clone.run("unset JAVA_HOME\n" + path + "\n\"$clone/photocat\" x");

      assertThat(ended.words()).as(path + ended.narration()).containsExactly("x");
    }
  }

  /** Such as asdf, jenv and mise put on the path. */
  @Test
  void findsTheJavaBehindTheScriptOfAVersionManager() throws Exception {
    LauncherClone.program(
        folder.resolve("bin/java"),
        """
        case "$*" in
          *-XshowSettings:properties*)
            printf '    java.home = %s\\n    java.version = 21.0.1\\n' "$folder/jdk" >&2 ;;
          *) echo slow ;;
        esac
        """);

    Ended ended = clone.run("unset JAVA_HOME; \"$clone/photocat\" x");

    assertThat(ended.words()).as(ended.narration()).containsExactly("x");
    assertThat(clone.home().resolve("target/app/photocat--21.0.1.jsa")).exists();
  }

  @Test
  void saysWhatIsWrongWithJava() throws Exception {
    clone.jdk("old", "11.0.2");
    LauncherClone.program(
        folder.resolve("bin/java"),
        "echo 'Picked up _JAVA_OPTIONS: -Da' >&2; echo 'No version is set' >&2; exit 126\n");

    assertThat(complaint("JAVA_HOME=$folder/none")).startsWith("error: no java in JAVA_HOME=");
    assertThat(complaint("JAVA_HOME=$folder/old")).contains("/old/bin/java is Java 11.0.2\n");
    assertThat(complaint("unset JAVA_HOME"))
        .isEqualTo(
            """
            error: %s does not run: No version is set
              hint: install a JDK 17 or newer, or set JAVA_HOME to one
            """
                .formatted(folder.resolve("bin/java")));
  }

  @Test
  void putsOptionsOfTheUserLastAndInPlaceOfOurs() throws Exception {
    assertThat(options(""))
        .contains("-Xms128m", "-Xmx512m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8");
    assertThat(options("-Xmx64m -Da=b"))
        .contains("-Xmx64m", "-Da=b", "-XX:+UseSerialGC")
        .doesNotContain("-Xms128m", "-Xmx512m");
    assertThat(options("-XX:+UseG1GC")).contains("-Xmx512m").doesNotContain("-XX:+UseSerialGC");
    assertThat(options("-Da=* -Db=c|d;e"))
        .containsSubsequence("-Xlog:disable", "-Da=*", "-Db=c|d;e", "-jar");
    assertThat(options("\"-Dtrust=a b/c\" -Dd='e  f'"))
        .containsSubsequence("-Xms128m", "-Dtrust=a b/c", "-Dd=e  f", "-jar");
    assertThat(complaint("export PHOTOCAT_JAVA_OPTIONS='-Da=\"b'"))
        .startsWith("error: a quote in PHOTOCAT_JAVA_OPTIONS has no end: -Da=\"b\n");
  }

  /**
   * Java reads them itself: two collectors, or a heap that starts larger than it may be, end it.
   */
  @Test
  void leavesRoomForOptionsInOtherVariables() throws Exception {
    for (String name : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
      assertThat(given(name, "-Da -XX:+UseG1GC")).contains("-Xmx512m");
      assertThat(given(name, "-Da -XX:+UseG1GC")).doesNotContain("-XX:+UseSerialGC");
      assertThat(given(name, "-Da")).contains("-Xmx512m", "-XX:+UseSerialGC");
    }
    assertThat(given("_JAVA_OPTIONS", "-Xmx64m")).doesNotContain("-Xms128m", "-Xmx512m");
    assertThat(given("JAVA_TOOL_OPTIONS", "-Xmx64m")).contains("-Xms128m", "-Xmx512m");
  }

  @Test
  void keepsTheClassesOfEachJavaOnce() throws Exception {
    clone.jdk("newer", "25.0.1");

    clone.run("\"$clone/photocat\" x");
    Object first = attributes(kept("17.0.9"));
    clone.run("JAVA_HOME=$folder/newer \"$clone/photocat\" x");
    clone.run("\"$clone/photocat\" x");

    assertThat(attributes(kept("17.0.9"))).isEqualTo(first);
    try (Stream<Path> files = Files.list(kept("17.0.9").getParent())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "photocat.jar",
              "photocat-Nobody-17.0.9+9.jsa",
              "photocat-Nobody-17.0.9+9.jsa.place",
              "photocat-Nobody-25.0.1+9.jsa",
              "photocat-Nobody-25.0.1+9.jsa.place");
    }
  }

  /** Java takes classes that were kept of a jar of another time or place for none. */
  @Test
  void keepsThemAgainAfterAnyChangeOfTheJar() throws Exception {
    clone.run("touch -t 203801010000 clone/target/app/photocat.jar; \"$clone/photocat\" x");
    Object first = attributes(kept("17.0.9"));
    clone.run("\"$clone/photocat\" x");
    assertThat(attributes(kept("17.0.9"))).as("though made in the future").isEqualTo(first);

    clone.run("touch -t 200001010000 clone/target/app/photocat.jar; \"$clone/photocat\" x");
    assertThat(attributes(kept("17.0.9"))).as("of an older jar").isNotEqualTo(first);

    Object second = attributes(kept("17.0.9"));
    clone.run("mv clone moved; moved/photocat x; mv moved clone");
    assertThat(attributes(kept("17.0.9"))).as("in another place").isNotEqualTo(second);
  }

  @Test
  void keepsNothingOfAStartThatCameToNothing() throws Exception {
    LauncherClone.program(
        folder.resolve("jdk/bin/java"),
        """
        case "$*" in *ArchiveClassesAtExit*) exit 1 ;; esac
        printf '%s\\n' "$@"
        """);

    assertThat(clone.run("\"$clone/photocat\" x").words()).containsExactly("x");
    assertThat(kept("17.0.9")).doesNotExist();
  }

  private Path kept(String version) {
    return clone.home().resolve("target/app/photocat-Nobody-%s+9.jsa".formatted(version));
  }

  private static Object attributes(Path file) throws IOException {
    return Files.readAttributes(file, "creationTime,fileKey,lastModifiedTime");
  }

  private List<String> given(String name, String options) throws Exception {
    return clone
        .run("export %s='%s'; \"$clone/photocat\" x".formatted(name, options))
        .data()
        .lines()
        .toList();
  }

  private List<String> options(String options) throws Exception {
    String quoted = options.replace("'", "'\\''");
    return clone
        .run("PHOTOCAT_JAVA_OPTIONS='%s' \"$clone/photocat\" x".formatted(quoted))
        .data()
        .lines()
        .toList();
  }

  private String complaint(String preparation) throws Exception {
    Ended ended = clone.run(preparation + "\n\"$clone/photocat\" x");
    assertThat(ended.exitCode()).as(ended.narration()).isEqualTo(1);
    assertThat(ended.data()).isEmpty();
    return ended.narration();
  }
}
