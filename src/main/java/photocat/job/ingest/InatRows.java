package photocat.job.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Session;
import photocat.catalog.TableAppender;
import photocat.model.license.LicenseCode;
import photocat.source.inatapi.Annotations;
import photocat.source.inatapi.InatTaxon;
import photocat.source.inatapi.Observation;
import photocat.source.inatapi.ObservationFilter;
import photocat.source.inatapi.ObservationPage;
import photocat.source.inatapi.ObservationPhoto;

/** Writes observations and photos of a snapshot. Runs inside its transaction, on one thread. */
final class InatRows implements AutoCloseable {
  static final String OBSERVATIONS = "inat_api_observations";
  static final String PHOTOS = "inat_api_photos";

  private static final String ROOM = "sources/inat-api/";
  private static final int LONGEST_TEXT = 10_000;

  private final Session session;
  private final SnapshotRows rows;
  private final ObservationFilter filter;
  private final TableAppender observations;
  private final TableAppender photos;

  InatRows(Session session, SnapshotRows rows, ObservationFilter filter) {
    this.session = session;
    this.rows = rows;
    this.filter = filter;
    session.run(ROOM + "make_came");
    this.observations =
        session.openTemporaryAppender(
            "inat_api_came",
            "asked_taxon_id",
            "observation_id",
            "observation_uuid",
            "taxon_id",
            "quality_grade",
            "observed_on",
            "latitude",
            "longitude",
            "positional_accuracy",
            "obscured",
            "captive",
            "license_code",
            "observer_id",
            "login",
            "observer_name",
            "vitality",
            "life_stage",
            "sex",
            "evidence",
            "reproductive_condition");
    this.photos =
        session.openAppender(
            PHOTOS,
            "snapshot_id",
            "asked_taxon_id",
            "observation_id",
            "photo_id",
            "position",
            "url",
            "license_code",
            "license",
            "attribution",
            "rights_holder",
            "width",
            "height");
  }

  /** Writes a page and returns how many photos of it are under other licences than wanted. */
  long add(InatSpecies species, ObservationPage page) {
    long leftOut = 0;
    for (Observation each : page.observations()) {
      add(species.taxonId(), each);
      for (ObservationPhoto photo : each.photos()) {
        LicenseCode license = photo.license();
        if (filter.wants(license)) {
          add(species.taxonId(), each, photo, license);
        } else {
          leftOut++;
        }
      }
    }
    List<SnapshotRows.Reject> bad = new ArrayList<>();
    for (ObservationPage.Bad each : page.bad()) {
      String text = each.text();
      bad.add(
          new SnapshotRows.Reject(
              each.place(),
              text.substring(0, Math.min(text.length(), LONGEST_TEXT)),
              each.reason()));
    }
    rows.reject("observations of " + species.name(), bad);
    rows.count(OBSERVATIONS, 0, bad.size());
    return leftOut;
  }

  /** Brings all into the tables. */
  void end() {
    observations.flush();
    photos.flush();
    session.run(ROOM + "load_observations", Map.of("snapshot_id", rows.id()));
    session.run(ROOM + "forget_came");
    session.run(ROOM + "mark_repeated", Map.of("snapshot_id", rows.id()));
  }

  /** Writes taxa. */
  static void addTaxa(Session session, int snapshot, Collection<InatTaxon> taxa) {
    try (TableAppender appender =
        session.openAppender(
            "inat_api_taxa",
            "snapshot_id",
            "taxon_id",
            "ancestry",
            "rank_level",
            "rank",
            "name",
            "active")) {
      for (InatTaxon taxon : taxa) {
        appender.row(
            snapshot,
            taxon.id(),
            taxon.ancestry().orElse(null),
            taxon.rankLevel() == 0 ? null : taxon.rankLevel(),
            taxon.rank().isEmpty() ? null : taxon.rank(),
            taxon.name(),
            taxon.active());
      }
      appender.flush();
    }
  }

  private void add(long asked, Observation each) {
    Observation.Observer observer = each.observer();
    observations.row(
        asked,
        each.id(),
        each.uuid(),
        each.taxon().map(InatTaxon::id).orElse(null),
        each.grade().orElse(null),
        each.observedOn().orElse(null),
        number(each.place().latitude()),
        number(each.place().longitude()),
        number(each.place().accuracyM()),
        each.place().obscured(),
        each.captive(),
        each.licenseCode().orElse(null),
        small(observer.id()),
        observer.login().orElse(null),
        observer.name().orElse(null),
        noted(each, Annotations.Kind.VITALITY),
        noted(each, Annotations.Kind.LIFE_STAGE),
        noted(each, Annotations.Kind.SEX),
        noted(each, Annotations.Kind.EVIDENCE),
        noted(each, Annotations.Kind.REPRODUCTIVE_CONDITION));
  }

  private void add(long asked, Observation of, ObservationPhoto photo, LicenseCode license) {
    photos.row(
        rows.id(),
        asked,
        of.id(),
        photo.id(),
        photo.position(),
        photo.url().orElse(null),
        photo.licenseCode().orElse(null),
        license.text(),
        photo.attribution().orElse(null),
        holder(of.observer(), photo).orElse(null),
        pixels(photo.width()),
        pixels(photo.height()));
  }

  /** The credit line names the observer as a rule, whom the observation names better. */
  private static Optional<String> holder(Observation.Observer observer, ObservationPhoto photo) {
    return photo
        .rightsHolder()
        .filter(holder -> !observer.name().filter(holder::equals).isPresent())
        .filter(holder -> !observer.login().filter(holder::equals).isPresent());
  }

  private static @Nullable String noted(Observation of, Annotations.Kind kind) {
    return of.annotations().value(kind).orElse(null);
  }

  private static @Nullable Double number(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }

  private static @Nullable Long number(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }

  private static @Nullable Integer small(OptionalLong number) {
    return number.isPresent() && number.getAsLong() <= Integer.MAX_VALUE
        ? (Integer) (int) number.getAsLong()
        : null;
  }

  private static @Nullable Integer pixels(OptionalInt number) {
    return number.isPresent() ? number.getAsInt() : null;
  }

  @Override
  public void close() {
    observations.close();
    photos.close();
  }
}
