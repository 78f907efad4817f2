package photocat.job.ingest;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import photocat.catalog.Session;
import photocat.job.Progress;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.source.inatapi.InatApi;
import photocat.source.inatapi.InatTaxon;
import photocat.source.inatapi.ObservationFilter;
import photocat.source.inatapi.ObservationPage;
import photocat.source.inatapi.RefusedException;

/**
 * Asks for the observations of species, page by page behind the last number, which has no end at
 * 10,000 as pages by number have. What comes is kept by the interface's book.
 */
final class InatWalk {
  private final Session session;
  private final InatApi api;
  private final ObservationFilter filter;
  private final long most;
  private final Map<Long, InatTaxon> taxa;
  private final Map<InatSpecies, Walked> walked = new LinkedHashMap<>();
  private final List<SnapshotRows.Reject> rejects = new ArrayList<>();
  private Optional<PhotocatException> ended = Optional.empty();

  /**
   * A walk through species.
   *
   * @param most observations of each
   * @param taxa gets all taxa that answers describe, by number
   */
  InatWalk(
      Session session,
      InatApi api,
      ObservationFilter filter,
      long most,
      Map<Long, InatTaxon> taxa) {
    this.session = session;
    this.api = api;
    this.filter = filter;
    this.most = most;
    this.taxa = taxa;
  }

  /**
   * How far a species has come.
   *
   * @param before what the catalogue had of it and stays
   * @param pages questions that were answered since, in order
   */
  record Walked(Optional<InatSpecies.Progress> before, List<Asked> pages) {}

  /** A question: behind which number, and for how many. */
  record Asked(long idAbove, int most) {}

  /** Asks for all; ends early where the questions of a day are spent. */
  void run(
      List<InatSpecies> species,
      Map<Long, InatSpecies.Before> before,
      Consumer<String> note,
      Progress.Step step) {
    try {
      int number = 0;
      for (InatSpecies each : species) {
        Optional<InatSpecies.Before> known =
            Optional.ofNullable(before.get(each.taxonId()))
                .filter(one -> one.isOf(each, filter, most));
        walk(each, known.map(InatSpecies.Before::progress), number * most, step);
        number++;
        step.at(number * most, List.of(Amounts.count(number, "species", "species")));
      }
      askAncestors();
    } catch (PhotocatException e) {
      if (e.kind() != ExitStatus.PARTIAL) {
        throw e;
      }
      note.accept(e.message());
      ended = Optional.of(e);
    }
  }

  /** Returns those that something is known of, in the order of the list. */
  Map<InatSpecies, Walked> walked() {
    return Collections.unmodifiableMap(walked);
  }

  /** Returns species that iNaturalist does not answer for. */
  List<SnapshotRows.Reject> rejects() {
    return List.copyOf(rejects);
  }

  /** Returns why it ended early. */
  Optional<PhotocatException> ended() {
    return ended;
  }

  private void walk(
      InatSpecies species,
      Optional<InatSpecies.Progress> before,
      long doneBefore,
      Progress.Step step) {
    List<Asked> pages = new ArrayList<>();
    before.ifPresent(unused -> walked.put(species, new Walked(before, pages)));
    long observations = before.map(InatSpecies.Progress::observations).orElse(0L);
    long id = before.map(InatSpecies.Progress::lastId).orElse(species.startId());
    try {
      while (observations < most) {
        session.check("the ingest");
        Asked asked = new Asked(id, (int) Math.min(InatApi.PAGE, most - observations));
        ObservationPage page =
            api.observations(filter, species.taxonId(), asked.idAbove(), asked.most());
        walked.putIfAbsent(species, new Walked(before, pages));
        if (page.lastId() <= id) {
          break;
        }
        pages.add(asked);
        page.observations().stream()
            .flatMap(each -> each.taxon().stream())
            .forEach(taxon -> taxa.put(taxon.id(), taxon));
        observations += page.observations().size();
        id = page.lastId();
        step.at(doneBefore + observations, List.of(species.name()));
        if (page.results() < asked.most()) {
          break;
        }
      }
    } catch (RefusedException e) {
      rejects.add(
          new SnapshotRows.Reject(
              species.line(), species.name(), "iNaturalist does not answer: " + e.words()));
    }
  }

  /** What observations are identified as names what is above it by numbers only. */
  private void askAncestors() {
    List<String> wanted =
        taxa.values().stream()
            .flatMap(taxon -> taxon.ancestors().stream())
            .filter(id -> !taxa.containsKey(id))
            .distinct()
            .map(String::valueOf)
            .toList();
    TreeSet<Long> lacking =
        session
            .list(
                "sources/inat-api/lacking_taxa",
                Map.of("taxa", wanted),
                row -> row.number("taxon_id"))
            .stream()
            .collect(toCollection(TreeSet::new));
    while (!lacking.isEmpty()) {
      List<Long> some = lacking.stream().limit(InatApi.MOST_TAXA).toList();
      some.forEach(lacking::remove);
      try {
        api.taxa(some).forEach(taxon -> taxa.put(taxon.id(), taxon));
      } catch (RefusedException e) {
        // Without their names these are numbers only, which harms no photo.
      }
    }
  }

  /** Returns the observations of a species that came, page by page. */
  Stream<ObservationPage> pages(InatSpecies species, Walked of) {
    return of.pages().stream().map(asked -> page(species, asked));
  }

  private ObservationPage page(InatSpecies species, Asked asked) {
    try {
      return api.observations(filter, species.taxonId(), asked.idAbove(), asked.most());
    } catch (RefusedException e) {
      throw new IllegalStateException("what was answered is kept", e);
    }
  }
}
