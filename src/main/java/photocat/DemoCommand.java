package photocat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import photocat.command.GlobalOptions;
import photocat.command.LimitedCommand;
import photocat.command.Output;
import photocat.demo.Demo;
import photocat.demo.Photocat;
import photocat.demo.SampleServer;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the main job; made here because it runs whole command lines. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Show the whole main job on a small invented sample: ingest, match, manifest, download,"
          + " verify, export.",
      "Each command is printed before it runs. Takes some seconds, and needs no internet: the"
          + " photos come from a server that the demo starts on this machine.",
      "Ends where a command does not do what it must, with its exit code; with 3 if photos are"
          + " missing."
    },
    footer = {"", "Example: photocat demo --out /tmp/photocat-demo"})
final class DemoCommand implements Callable<Integer>, LimitedCommand {
  private final ProcessEnvironment around;
  private final GlobalOptions options;
  private final Output output;
  private final Cancellation cancellation;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder for the catalogue and the photos; what an earlier demo wrote there is removed"
              + " first, and nothing else (default: catalog/demo)")
  private Path folder = Path.of("catalog/demo");

  @Option(
      names = "--serve",
      paramLabel = "PORT",
      description =
          "Only serve the sample's photos on this machine, at PORT (0: any that is free), until"
              + " Ctrl-C; to go through the tutorial (default: run the demo)")
  private @Nullable Integer port;

  DemoCommand(
      ProcessEnvironment around, GlobalOptions options, Output output, Cancellation cancellation) {
    this.around = around;
    this.options = options;
    this.output = output;
    this.cancellation = cancellation;
  }

  @Override
  public Map<String, String> limits() {
    String own = "has a catalogue of its own, in --out DIR";
    return port == null
        ? Map.of("--catalog", own, "--read-only", "writes a catalogue, photos and their credits")
        : Map.of("--catalog", "works on none with --serve");
  }

  @Override
  public Integer call() {
    if (port != null) {
      if (port < 0 || port > 0xffff) {
        throw PhotocatException.of(
            ExitStatus.USAGE, "--serve is %d, must be 0 to 65535".formatted(port));
      }
      new SampleServer(output).run(port, cancellation);
      return ExitStatus.DONE.exitCode();
    }
    Path absolute = around.paths().resolve(folder);
    Map<String, String> environment = new HashMap<>(around.environment());
    environment.put("PHOTOCAT_CATALOG", absolute.resolve(Demo.CATALOG).toString());
    ProcessEnvironment inside =
        new ProcessEnvironment(environment, around.folder(), around.standard());
    new Demo(
            around.folder(),
            absolute,
            output,
            new DemoCatalog(),
            new Inside(inside, options.words(), cancellation))
        .run();
    return ExitStatus.DONE.exitCode();
  }

  /** Whole command lines on the catalogue of the demo. */
  private record Inside(ProcessEnvironment around, List<String> options, Cancellation cancellation)
      implements Photocat {
    @Override
    public List<String> typed() {
      return CalledAs.typed(around);
    }

    @Override
    public int run(List<String> words) {
      String[] whole = Stream.concat(options.stream(), words.stream()).toArray(String[]::new);
      return Run.of(around, cancellation, whole);
    }
  }
}
