package photocat.source.dwca;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import photocat.model.TextEnd;

/** The terms that name columns: by address in a meta.xml, by word in a header. */
final class Term {
  private static final String DARWIN_CORE = "http://rs.tdwg.org/dwc/terms/";
  private static final String DUBLIN_CORE = "http://purl.org/dc/terms/";
  private static final String GBIF = "http://rs.gbif.org/terms/1.0/";
  private static final String AUDIOVISUAL = "http://rs.tdwg.org/ac/terms/";

  /** In the order in which a word is looked for. */
  private static final Map<String, List<String>> WORDS =
      Map.of(
          DARWIN_CORE,
          words(
              """
              acceptedNameUsage acceptedNameUsageID associatedMedia
              associatedOccurrences associatedReferences associatedSequences
              associatedTaxa basisOfRecord bed behavior caste catalogNumber class
              collectionCode collectionID continent coordinatePrecision
              coordinateUncertaintyInMeters country countryCode county
              cultivarEpithet dataGeneralizations datasetID datasetName
              dateIdentified day decimalLatitude decimalLongitude
              degreeOfEstablishment disposition dynamicProperties endDayOfYear
              establishmentMeans eventDate eventID eventRemarks eventTime eventType
              family fieldNotes fieldNumber footprintSRS footprintWKT genericName
              genus geodeticDatum georeferenceProtocol georeferenceRemarks
              georeferenceSources georeferencedBy georeferencedDate habitat
              higherClassification higherGeography higherGeographyID
              identificationID identificationQualifier identificationReferences
              identificationRemarks identificationVerificationStatus identifiedBy
              identifiedByID individualCount informationWithheld infragenericEpithet
              infraspecificEpithet institutionCode institutionID island islandGroup
              kingdom lifeStage locality locationID locationRemarks materialEntityID
              materialSampleID maximumDepthInMeters maximumElevationInMeters
              minimumDepthInMeters minimumElevationInMeters month municipality
              nameAccordingTo namePublishedIn nameUsageID nomenclaturalCode
              nomenclaturalStatus occurrenceID occurrenceRemarks occurrenceStatus
              order organismID organismName organismQuantity organismQuantityType
              originalNameUsage originalNameUsageID otherCatalogNumbers
              ownerInstitutionCode parentEventID parentNameUsage parentNameUsageID
              pathway phylum pointRadiusSpatialFit preparations
              previousIdentifications recordNumber recordedBy recordedByID
              reproductiveCondition samplingEffort samplingProtocol scientificName
              scientificNameAuthorship scientificNameID sex specificEpithet
              startDayOfYear stateProvince subfamily subgenus subtribe superfamily
              taxonConceptID taxonID taxonRank taxonRemarks taxonomicStatus tribe
              typeStatus verbatimCoordinates verbatimDepth verbatimElevation
              verbatimEventDate verbatimIdentification verbatimLatitude
              verbatimLocality verbatimLongitude verbatimTaxonRank vernacularName
              vitality waterBody year
              """),
          DUBLIN_CORE,
          words(
              """
              accessRights audience bibliographicCitation contributor created
              creator date description format identifier language license modified
              publisher references relation rights rightsHolder source subject title
              type
              """),
          GBIF,
          words(
              """
              acceptedScientificName acceptedTaxonKey classKey datasetKey elevation
              depth familyKey gbifID genusKey hasCoordinate hasGeospatialIssues
              issue iucnRedListCategory kingdomKey lastCrawled lastInterpreted
              lastParsed mediaType orderKey phylumKey protocol publishingCountry
              publishingOrgKey repatriated species speciesKey subgenusKey taxonKey
              verbatimScientificName
              """),
          AUDIOVISUAL,
          words(
              """
              accessURI attributionLinkURL caption captureDevice derivedFrom
              furtherInformationURL licenseLogoURL providerManagedID subjectPart
              subjectOrientation subtypeLiteral taxonCoverage variant variantLiteral
              """));

  private static final Map<String, String> PREFIXES =
      Map.of(
          "dwc",
          DARWIN_CORE,
          "dwciri",
          "http://rs.tdwg.org/dwc/iri/",
          "dc",
          "http://purl.org/dc/elements/1.1/",
          "dcterms",
          DUBLIN_CORE,
          "dct",
          DUBLIN_CORE,
          "gbif",
          GBIF,
          "ac",
          AUDIOVISUAL,
          "xmp",
          "http://ns.adobe.com/xap/1.0/",
          "xmprights",
          "http://ns.adobe.com/xap/1.0/rights/",
          "exif",
          "http://ns.adobe.com/exif/1.0/");

  /** From a name in lower case to its address. */
  private static final Map<String, String> KNOWN = known();

  private Term() {}

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  private static Map<String, String> known() {
    Map<String, String> known = new HashMap<>();
    for (String space : List.of(DARWIN_CORE, DUBLIN_CORE, GBIF, AUDIOVISUAL)) {
      for (String name : WORDS.getOrDefault(space, List.of())) {
        known.putIfAbsent(name.toLowerCase(Locale.ROOT), space + name);
      }
    }
    return Map.copyOf(known);
  }

  /**
   * Returns the address of the term that the header word {@code word} names: {@code occurrenceID},
   * {@code dwc:occurrenceID} or the address itself, whatever the case; empty for another word.
   */
  static Optional<String> ofHeader(String word) {
    String plain = word.strip();
    if (plain.matches("(?i)https?://.*[/#].+")) {
      return Optional.of(plain);
    }
    int colon = plain.indexOf(':');
    String space =
        colon < 0 ? null : PREFIXES.get(plain.substring(0, colon).toLowerCase(Locale.ROOT));
    if (space != null) {
      return Optional.of(space + nameOf(plain.substring(colon + 1)));
    }
    return Optional.ofNullable(KNOWN.get(plain.toLowerCase(Locale.ROOT)));
  }

  /** Returns the name of the term at {@code address}, in the case that Darwin Core writes it. */
  static String nameOf(String address) {
    String end = TextEnd.without(address.strip(), "/#");
    String name = end.substring(Math.max(end.lastIndexOf('/'), end.lastIndexOf('#')) + 1);
    String known = KNOWN.get(name.toLowerCase(Locale.ROOT));
    return known == null ? name : known.substring(known.lastIndexOf('/') + 1);
  }
}
