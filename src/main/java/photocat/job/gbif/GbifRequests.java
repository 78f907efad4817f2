package photocat.job.gbif;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import photocat.job.gbif.GbifNameMatch.Counts;
import photocat.job.gbif.GbifNameMatch.Found;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;
import photocat.source.gbif.DownloadRequest;
import photocat.source.gbif.GbifAccount;
import photocat.source.gbif.GbifNames;
import photocat.source.gbif.RequestFilters;
import photocat.source.gbif.TaxonChecklist;

/** Asks GBIF for downloads, by a file or by the names of the shortlist. */
public final class GbifRequests {
  private final GbifContext gbif;

  /** Asks in the context {@code gbif}. */
  public GbifRequests(GbifContext gbif) {
    this.gbif = gbif;
  }

  /**
   * What a user asks for beside a file or a list.
   *
   * @param format DWCA, SIMPLE_PARQUET or SIMPLE_CSV; empty: that of the file, else DWCA
   * @param checklist col or backbone; empty: that of the file, else col
   * @param countries in two letters; empty for all, as of the next two
   * @param licenses of records
   * @param bases what records rest on
   * @param years one, {@code 1990-2020}, {@code 1990-} or {@code -2020}
   */
  public record Options(
      Optional<String> format,
      Optional<String> checklist,
      List<String> countries,
      List<String> licenses,
      List<String> bases,
      Optional<String> years) {
    /** Copies the lists. */
    public Options {
      countries = List.copyOf(countries);
      licenses = List.copyOf(licenses);
      bases = List.copyOf(bases);
    }

    private RequestFilters filters() {
      return new RequestFilters(
          format.map(text -> text.toUpperCase(Locale.ROOT).replace('-', '_')),
          checklist.map(Options::checklist),
          countries,
          licenses,
          bases,
          years);
    }

    private static TaxonChecklist checklist(String word) {
      return TaxonChecklist.named(word)
          .orElseThrow(
              () ->
                  PhotocatException.of(
                          ExitStatus.USAGE,
                          "no checklist of GBIF is called \"%s\"".formatted(OneLine.of(word)))
                      .withHint(
                          "--checklist is col, the Catalogue of Life, or backbone, GBIF's own of"
                              + " before 2026"));
    }
  }

  /** Requests that can be shown and sent. Immutable. */
  public static final class Prepared {
    private final String askedFor;
    private final List<DownloadRequest> requests;
    private final Optional<String> release;
    private final List<String> notes;
    private final boolean isWhole;

    private Prepared(
        String askedFor,
        List<DownloadRequest> requests,
        Optional<String> release,
        List<String> notes,
        boolean isWhole) {
      this.askedFor = askedFor;
      this.requests = List.copyOf(requests);
      this.release = release;
      this.notes = List.copyOf(notes);
      this.isWhole = isWhole;
    }

    /** Returns what the user should know of them. */
    public List<String> notes() {
      return notes;
    }

    /** Tells whether all that was wanted is in them. */
    public boolean isWhole() {
      return isWhole;
    }

    /** Returns how many there are. */
    public int size() {
      return requests.size();
    }

    /** Returns what would be sent, without the user. */
    public List<String> shown() {
      return requests.stream().map(request -> request.shown(Optional.empty())).toList();
    }
  }

  /**
   * A download that was asked for.
   *
   * @param isNew whether it was now; otherwise it was before, in the same words
   * @param status as it was last
   */
  public record Sent(String key, boolean isNew, String status) {}

  /**
   * Reads a predicate or a whole request.
   *
   * @param file its name, for people
   * @throws PhotocatException when GBIF would not understand it
   */
  public Prepared ofFile(String file, String text, Options options) {
    DownloadRequest request = DownloadRequest.read(file, text, options.filters());
    return new Prepared(
        file, List.of(request), Optional.empty(), notes(request, request.notes()), true);
  }

  /**
   * Looks the names of the shortlist up and asks for the photos of their taxa.
   *
   * @param lists whose names; empty for all
   * @param acceptNear whether names that GBIF spells otherwise count too
   * @throws PhotocatException when GBIF knows none of them
   */
  public Prepared ofShortlist(List<String> lists, boolean acceptNear, Options options) {
    TaxonChecklist checklist = options.filters().checklist().orElse(TaxonChecklist.COL);
    Found found =
        new GbifNameMatch(
                gbif.session(),
                new GbifNames(gbif.api(), checklist),
                checklist,
                gbif.clock(),
                gbif.progress())
            .find(lists, acceptNear);
    if (found.keys().isEmpty()) {
      throw failure(
          "GBIF knows none of the %s".formatted(Amounts.count(found.counts().names(), "name")),
          "'run gbif-names' lists them; --accept-near takes those that are spelt otherwise");
    }
    List<DownloadRequest> requests = requests(found.keys(), options.filters());
    String askedFor = lists.isEmpty() ? "the shortlist" : "list " + String.join(", ", lists);
    return new Prepared(
        askedFor,
        requests,
        Optional.of(found.release()),
        notes(requests.get(0), told(found, requests.size())),
        found.taxa() == found.foundTaxa());
  }

  static List<DownloadRequest> requests(List<String> keys, RequestFilters filters) {
    int most = DownloadRequest.mostTaxa(filters);
    List<DownloadRequest> requests = new ArrayList<>();
    for (int first = 0; first < keys.size(); first += most) {
      List<String> some = keys.subList(first, Math.min(keys.size(), first + most));
      requests.add(DownloadRequest.ofTaxa(some, filters));
    }
    return requests;
  }

  private static List<String> told(Found found, int requests) {
    Counts counts = found.counts();
    List<String> notes = new ArrayList<>();
    notes.add(
        "%s in %s: %,d matched, %,d near, %,d of a higher taxon only, %,d ambiguous, %,d unmatched"
            .formatted(
                Amounts.count(counts.names(), "name"),
                found.release(),
                counts.matched(),
                counts.near(),
                counts.higher(),
                counts.ambiguous(),
                counts.unmatched()));
    if (found.foundTaxa() < found.taxa()) {
      notes.add(
          "of %s, %,d have no key at GBIF; 'run gbif-names' says why"
              .formatted(
                  Amounts.count(found.taxa(), "taxon", "taxa"), found.taxa() - found.foundTaxa()));
    }
    if (requests > 1) {
      notes.add(
          "%s: more than one request takes, so there are %d"
              .formatted(Amounts.count(found.keys().size(), "key"), requests));
    }
    return notes;
  }

  private static List<String> notes(DownloadRequest request, List<String> others) {
    List<String> notes = new ArrayList<>(others);
    if (!request.format().equals("DWCA")) {
      notes.add("a %s has no photos: only DWCA brings them".formatted(request.format()));
    }
    return notes;
  }

  /** Finds out who asks, before names are looked up for nothing. */
  public void checkAccount() {
    gbif.account();
  }

  /**
   * Sends them, those left out that were sent before and whose file is there, or on its way.
   *
   * @param again whether to send these too
   */
  public List<Sent> send(Prepared prepared, boolean again) {
    GbifAccount account = gbif.account();
    DownloadTracker tracker = gbif.tracker();
    List<Sent> sent = new ArrayList<>();
    for (DownloadRequest request : prepared.requests) {
      try {
        sent.add(tracker.request(request, account, prepared.askedFor, prepared.release, again));
      } catch (PhotocatException e) {
        if (sent.isEmpty()) {
          throw e;
        }
        PhotocatException partly =
            PhotocatException.of(
                e.kind(),
                "%d of %d requests are sent (%s); then: %s"
                    .formatted(
                        sent.size(),
                        prepared.size(),
                        String.join(", ", sent.stream().map(Sent::key).toList()),
                        e.message()),
                e);
        throw e.hint().map(partly::withHint).orElse(partly);
      }
    }
    return sent;
  }

  private static PhotocatException failure(String message, String hint) {
    return PhotocatException.of(ExitStatus.FAILED, "cannot ask GBIF: " + message).withHint(hint);
  }
}
