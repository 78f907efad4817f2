package photocat.command.gbif;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photocat.command.Context;
import photocat.command.Output;
import photocat.file.TextFile;
import photocat.job.Claim;
import photocat.job.gbif.GbifContext;
import photocat.job.gbif.GbifRequests;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks GBIF for a download. */
@Command(
    name = "request",
    description = {
      "Ask GBIF for a download: by a predicate or a whole request in a JSON file, or by the names"
          + " of the shortlist. Prints the key of the download.",
      "What is asked for is looked through first, and the same is not asked for twice while GBIF"
          + " works on it or has its file. Names are looked up by GBIF; what it does not find for"
          + " sure 'run gbif-names' lists, and if a taxon of the list has no key at all the exit"
          + " code is 3. Who asks, GBIF_USER and GBIF_PWD say, or the file that the setting"
          + " gbif.credentials names."
    },
    footer = {
      "Examples:",
      "  photocat gbif request payload.json",
      "  photocat gbif request --from-shortlist --country ZA,NA --year 2000-",
      "  photocat gbif request payload.json --dry-run"
    })
final class GbifRequestCommand extends GbifDownloadCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The request: JSON as GBIF takes it, or its predicate alone")
  private @Nullable Path file;

  @Option(
      names = "--from-shortlist",
      description = "Ask for the records with photos of the taxa of the shortlist")
  private boolean fromShortlist;

  @Option(
      names = "--list",
      paramLabel = "NAME",
      description =
          "Only those of this list; may be given several times, and implies --from-shortlist"
              + " (default: all)")
  private List<String> lists = new ArrayList<>();

  @Option(
      names = "--accept-near",
      description =
          "Take names too that GBIF knows in another spelling only (default: they are listed)")
  private boolean acceptNear;

  @Mixin private final GbifRequestOptions options = new GbifRequestOptions();

  @Option(
      names = "--again",
      description = "Ask although the same was asked for, and is there or on its way")
  private boolean again;

  @Option(
      names = {"--dry-run", "--print"},
      description = "Print what would be sent, and send nothing")
  private boolean dryRun;

  GbifRequestCommand(Context context) {
    super(context);
  }

  @Override
  protected List<Claim> claims() {
    return List.of(new Claim("the requests to GBIF", true));
  }

  @Override
  ExitStatus run(GbifContext gbif) {
    boolean ofShortlist = fromShortlist || !lists.isEmpty();
    if (ofShortlist == (file != null)) {
      throw PhotocatException.of(
              ExitStatus.USAGE, "gbif request takes either a FILE or --from-shortlist")
          .withHint("see 'photocat gbif request --help'");
    }
    GbifRequests requests = new GbifRequests(gbif);
    if (!dryRun) {
      requests.checkAccount();
    }
    GbifRequests.Prepared prepared =
        file == null
            ? requests.ofShortlist(lists, acceptNear, options.chosen())
            : requests.ofFile(file.toString(), text(file), options.chosen());
    Output output = context().output();
    prepared.notes().forEach(output::note);
    if (dryRun) {
      prepared.shown().stream().flatMap(String::lines).forEach(output::line);
    } else {
      requests.send(prepared, again).forEach(this::tell);
    }
    return prepared.isWhole() ? ExitStatus.DONE : ExitStatus.PARTIAL;
  }

  private String text(Path typed) {
    try {
      return TextFile.read(context().resolve(typed), TextFile.LARGEST_SCRIPT_BYTES);
    } catch (IOException e) {
      throw PhotocatException.of(
          ExitStatus.FAILED, "cannot read %s: %s".formatted(typed, FailureReason.of(e)), e);
    }
  }

  private void tell(GbifRequests.Sent sent) {
    Output output = context().output();
    output.line(sent.key());
    output.note(
        sent.isNew()
            ? "GBIF works on download %1$s; 'gbif wait %1$s' waits for it".formatted(sent.key())
            : "the same was asked for before: download %s (%s); --again asks once more"
                .formatted(sent.key(), sent.status()));
  }
}
