package photocat;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.OutputStream;
import java.util.Set;

/** Arrows between packages point one way, and each outside library has one home. */
@AnalyzeClasses(packages = "photocat", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule arrowsPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("main")
          .definedBy("photocat")
          .layer("demo")
          .definedBy("photocat.demo..")
          .layer("shell")
          .definedBy("photocat.shell..")
          .layer("command")
          .definedBy("photocat.command..")
          .layer("job")
          .definedBy("photocat.job..")
          .layer("source")
          .definedBy("photocat.source..")
          .layer("fetch")
          .definedBy("photocat.fetch..")
          .layer("store")
          .definedBy("photocat.store..")
          .layer("image")
          .definedBy("photocat.image..")
          .layer("export")
          .definedBy("photocat.export..")
          .layer("remote")
          .definedBy("photocat.remote..")
          .layer("catalog")
          .definedBy("photocat.catalog..")
          .layer("file")
          .definedBy("photocat.file..")
          .layer("http")
          .definedBy("photocat.http..")
          .layer("sql")
          .definedBy("photocat.sql..")
          .layer("model")
          .definedBy("photocat.model..")
          .whereLayer("main")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("demo")
          .mayOnlyBeAccessedByLayers("main")
          .whereLayer("shell")
          .mayOnlyBeAccessedByLayers("main")
          .whereLayer("command")
          .mayOnlyBeAccessedByLayers("main", "shell", "demo")
          .whereLayer("job")
          .mayOnlyBeAccessedByLayers("main", "shell", "command")
          .whereLayer("source")
          .mayOnlyBeAccessedByLayers("main", "job")
          .whereLayer("fetch")
          .mayOnlyBeAccessedByLayers("main", "job")
          .whereLayer("export")
          .mayOnlyBeAccessedByLayers("main", "job")
          .whereLayer("store")
          .mayOnlyBeAccessedByLayers("main", "job", "fetch")
          .whereLayer("image")
          .mayOnlyBeAccessedByLayers("main", "shell", "job", "store", "fetch")
          .whereLayer("remote")
          .mayOnlyBeAccessedByLayers("main", "shell", "command")
          .whereLayer("catalog")
          .mayOnlyBeAccessedByLayers("main", "shell", "command", "job", "source", "export")
          .whereLayer("file")
          .mayOnlyBeAccessedByLayers(
              "main", "shell", "command", "job", "source", "export", "store", "catalog")
          .whereLayer("http")
          .mayOnlyBeAccessedByLayers("main", "job", "source", "fetch")
          .whereLayer("sql")
          .mayOnlyBeAccessedByLayers("main", "shell", "command", "job", "catalog");

  @ArchTest
  static final ArchRule noCycles = slices().matching("photocat.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule noCyclesBetweenSteps =
      slices().matching("photocat.job.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule noCyclesBetweenGroups =
      slices().matching("photocat.command.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule jline =
      noClasses()
          .that()
          .haveNameNotMatching(
              "photocat\\.shell\\.(Hangup|JLineConsole|KeyViewer|LineEditing|StatementParser|StatusBar|TerminalWidth)(\\$.*)?")
          .should()
          .dependOnClassesThat(resideInAPackage("org.jline.."));

  @ArchTest static final ArchRule picocli = onlyIn("picocli..", "photocat", "photocat.command..");

  @ArchTest
  static final ArchRule json =
      onlyIn("com.fasterxml.jackson..", "photocat.source.gbif..", "photocat.source.inatapi..");

  @ArchTest static final ArchRule netty = onlyIn("io.netty..", "photocat.fetch..");

  @ArchTest
  static final ArchRule aws =
      onlyIn("software.amazon.awssdk..", "photocat.source..", "photocat.store..");

  @ArchTest
  static final ArchRule archives =
      onlyIn("org.apache.commons.compress..", "photocat.source..", "photocat.export..");

  @ArchTest
  static final ArchRule database =
      onlyIn("java.sql..", "photocat.catalog..", "photocat.export..", "photocat.source.lists..");

  @ArchTest static final ArchRule sqlite = onlyIn("org.sqlite..", "photocat.source.lists..");

  @ArchTest
  static final ArchRule xml = onlyIn("javax.xml..", "photocat.source..", "photocat.store..");

  @ArchTest static final ArchRule duckdb = onlyIn("org.duckdb..", "photocat.catalog..");

  @ArchTest
  static final ArchRule pictures = onlyIn("javax.imageio..", "photocat.image..", "photocat.demo..");

  @ArchTest
  static final ArchRule onlyMainTouchesTheProcess =
      noClasses()
          .that(not(resideInAPackage("photocat")))
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .accessField(System.class, "in");

  /**
   * What a user names goes through {@code Outputs}, what photocat needs for itself through {@code
   * OwnFiles}, photos through the store: no other class opens a file for writing, or puts one in
   * the place of another.
   */
  @ArchTest
  static final ArchRule onlyFileAndStoreWriteFiles =
      noClasses()
          // The demonstration keeps account of each file that it makes in a folder of its own.
          .that(not(resideInAnyPackage("photocat.file..", "photocat.store..", "photocat.demo..")))
          // A damaged catalogue is no output: its copy must keep the log that belongs to it.
          .and()
          .doNotHaveFullyQualifiedName("photocat.catalog.CatalogRepair")
          .and()
          .doNotHaveFullyQualifiedName("photocat.catalog.RescueCopy")
          // It opens no file but those that the process was started with.
          .and()
          .doNotHaveFullyQualifiedName("photocat.StandardStreams")
          // A socket is no file; it gets its name once it listens.
          .and()
          .doNotHaveFullyQualifiedName("photocat.remote.CatalogServer")
          .should()
          .callCodeUnitWhere(target(describe("writes a file", ArchitectureTest::writesAFile)));

  private static final Set<String> WRITING_METHODS =
      Set.of(
          "newOutputStream",
          "newBufferedWriter",
          "newByteChannel",
          "write",
          "writeString",
          "copy",
          "move",
          "createFile",
          "createTempFile",
          "createLink",
          "createSymbolicLink");

  private static final Set<String> FILES_OF_IO =
      Set.of(
          "java.io.FileOutputStream",
          "java.io.FileWriter",
          "java.io.RandomAccessFile",
          "java.util.logging.FileHandler");

  private static boolean writesAFile(AccessTarget.CodeUnitCallTarget called) {
    String owner = called.getOwner().getName();
    String name = called.getName();
    return switch (owner) {
      case "java.nio.file.Files" -> WRITING_METHODS.contains(name) && !isCopyOutOf(called);
      case "java.nio.channels.FileChannel", "java.nio.channels.AsynchronousFileChannel" ->
          name.equals("open");
      case "java.io.PrintStream", "java.io.PrintWriter", "java.util.Formatter" ->
          name.equals("<init>") && isNamedFile(called.getRawParameterTypes().get(0));
      case "java.io.File" -> name.equals("renameTo") || name.startsWith("create");
      case "javax.imageio.ImageIO" ->
          name.equals("write") && called.getRawParameterTypes().get(2).isEquivalentTo(File.class);
      case "java.lang.ProcessBuilder$Redirect" -> name.equals("to") || name.equals("appendTo");
      default -> FILES_OF_IO.contains(owner) && name.equals("<init>");
    };
  }

  /** The same name as what copies into a file. */
  private static boolean isCopyOutOf(AccessTarget.CodeUnitCallTarget called) {
    return called.getName().equals("copy")
        && called.getRawParameterTypes().get(1).isEquivalentTo(OutputStream.class);
  }

  private static boolean isNamedFile(JavaClass type) {
    return type.isEquivalentTo(String.class) || type.isEquivalentTo(File.class);
  }

  private static ArchRule onlyIn(String library, String... homes) {
    return noClasses()
        .that(not(resideInAnyPackage(homes)))
        .should()
        .dependOnClassesThat(resideInAPackage(library))
        .allowEmptyShould(true);
  }
}
