package photocat.job.ingest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The way from the kingdom down to what a record names.
 *
 * @param cells those of the kingdom to the genus
 * @param genus instead of what the cells have
 * @param lower what follows the genus, each below the one before it
 */
record DwcaPath(DwcaCellSet cells, Optional<String> genus, List<DwcaStep> lower) {
  private static final String GENUS = "genus";

  /** Returns the way to a name, past the accepted one where the record says that it is another. */
  static DwcaPath of(DwcaCellSet cells) {
    DwcaName name = cells.name();
    AcceptedName said = AcceptedName.of(cells);
    DwcaName accepted = DwcaName.of(said.name());
    if (accepted.text().isEmpty() || accepted.canonical().equals(name.canonical())) {
      return down(cells, Optional.empty(), species(cells, name), own(cells, name, said.keys()));
    }
    DwcaStep above = new DwcaStep(accepted.rank(""), accepted, said.key(), said.keys());
    DwcaStep own = own(cells, name, Set.of());
    // What a synonym says of genus and species is what it was called, unless GBIF has added them.
    if (said.isOfPublisher()) {
      String genus = accepted.genus().orElseGet(() -> cells.text(GENUS));
      return down(cells, Optional.of(genus), species(accepted.species(), Set.of()), above, own);
    }
    String ofGbif = cells.text(DwcaName.SPECIES);
    DwcaName species = ofGbif.isEmpty() ? accepted.species() : DwcaName.of(ofGbif);
    return down(
        cells, Optional.empty(), species(species, cells.keysOfGbif(DwcaName.SPECIES)), above, own);
  }

  /** Returns the way to a synonym by the record of its accepted taxon. */
  static DwcaPath of(DwcaCellSet synonym, DwcaCellSet accepted) {
    DwcaName name = accepted.name();
    return down(
        accepted,
        Optional.empty(),
        species(accepted, name),
        own(accepted, name, Set.of()),
        own(synonym, synonym.name(), Set.of()));
  }

  private static DwcaPath down(DwcaCellSet cells, Optional<String> genus, DwcaStep... lower) {
    return new DwcaPath(
        cells, genus, Stream.of(lower).filter(step -> !step.name().text().isEmpty()).toList());
  }

  /** Returns the species as GBIF has worked it out, else as the record or its name has it. */
  private static DwcaStep species(DwcaCellSet cells, DwcaName name) {
    String ofGbif = cells.text(DwcaName.SPECIES);
    DwcaName species =
        ofGbif.isEmpty()
            ? DwcaName.ofWords(cells.text(GENUS), cells.text("specific_epithet"))
            : DwcaName.of(ofGbif);
    return species(
        species.text().isEmpty() ? name.species() : species, cells.keysOfGbif(DwcaName.SPECIES));
  }

  private static DwcaStep species(DwcaName name, Set<String> keys) {
    return new DwcaStep(DwcaName.SPECIES, name, "", keys);
  }

  private static DwcaStep own(DwcaCellSet cells, DwcaName name, Set<String> moreKeys) {
    Set<String> keys = new TreeSet<>(cells.keys());
    keys.addAll(moreKeys);
    return new DwcaStep(name.rank(cells.text("taxon_rank")), name, cells.key(), keys);
  }

  /** Returns the name of a taxon down to the genus, empty for none. */
  String higher(String rank) {
    return isGiven(rank) ? genus.orElseThrow() : cells.text(rank);
  }

  /** Returns the cell with GBIF's key of a taxon down to the genus, empty for none. */
  String higherKey(String rank) {
    return isGiven(rank) ? "" : cells.keyOf(rank);
  }

  private boolean isGiven(String rank) {
    return genus.isPresent() && rank.equals(GENUS);
  }
}
