package photocat.source.gbif;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import photocat.model.ExitStatus;
import photocat.model.NearestNames;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/** A request for a download that has been looked through. Immutable. */
public final class DownloadRequest {
  /** Only the first has photos. */
  public static final List<String> FORMATS = List.of("DWCA", "SIMPLE_PARQUET", "SIMPLE_CSV");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final Set<String> ADDRESSES =
      Set.of("notificationAddresses", "notificationAddress", "notification_address");

  /** What goes to GBIF as it stands in the file. */
  private static final Set<String> PASSED =
      Set.of("verbatimExtensions", "interpretedExtensions", "description", "machineDescription");

  private static final Set<String> READ =
      Set.of("creator", "sendNotification", "format", "type", "checklistKey", "predicate");

  private final JsonNode whole;
  private final String format;
  private final String checklist;
  private final String predicate;
  private final List<String> notes;

  private DownloadRequest(
      JsonNode whole, String format, String checklist, String predicate, List<String> notes) {
    this.whole = whole;
    this.format = format;
    this.checklist = checklist;
    this.predicate = predicate;
    this.notes = List.copyOf(notes);
  }

  /**
   * Reads a request, or a predicate alone.
   *
   * @param file its name, for messages
   * @throws PhotocatException when it is none, or GBIF would not understand it
   */
  public static DownloadRequest read(String file, String text, RequestFilters filters) {
    JsonNode json = parsed(file, text);
    String type = json.path("type").asText();
    boolean isPredicate =
        PredicateCheck.isType(type) || (json.has("type") && !json.has("predicate"));
    JsonNode whole = isPredicate ? NODES.objectNode() : json;
    checkFields(file, whole);
    JsonNode asked = isPredicate ? json : predicate(file, json);
    PredicateCheck check = new PredicateCheck(file);
    check.check(asked);
    List<String> notes = new ArrayList<>();
    String checklist = checklist(file, whole, check.taxonKeys(), filters, notes);
    String format = filters.format().orElse(whole.path("format").asText("DWCA"));
    checkFormat(file, format);
    String joined = joined(GbifJson.text(asked), filters.predicates());
    return new DownloadRequest(whole, format, checklist, joined, notes);
  }

  /** Asks for the records with photos of these taxa. */
  public static DownloadRequest ofTaxa(List<String> keys, RequestFilters filters) {
    String format = filters.format().orElse("DWCA");
    checkFormat("the list", format);
    List<String> more = new ArrayList<>(filters.predicates());
    more.add(GbifJson.simple("equals", "MEDIA_TYPE", "StillImage"));
    String checklist = filters.checklist().orElse(TaxonChecklist.COL).key();
    String predicate = joined(GbifJson.in("TAXON_KEY", keys), more);
    return new DownloadRequest(NODES.objectNode(), format, checklist, predicate, List.of());
  }

  /** Returns how many taxa one request may name. */
  public static int mostTaxa(RequestFilters filters) {
    return PredicateCheck.MOST_VALUES - filters.values() - 1;
  }

  private static JsonNode parsed(String file, String text) {
    try {
      JsonNode json = GbifJson.read(text);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw failure(
          file,
          "it is no JSON: line %d: %s".formatted(line, OneLine.of(e.getOriginalMessage())),
          "mend it there");
    }
    throw failure(file, "it is no JSON object", "it begins with { \"predicate\": or { \"type\":");
  }

  private static void checkFields(String file, JsonNode whole) {
    for (Iterator<String> names = whole.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (name.equals("sql")) {
        throw failure(file, "it asks by SQL, which brings no photos", "ask by a predicate");
      }
      if (!READ.contains(name) && !ADDRESSES.contains(name) && !PASSED.contains(name)) {
        Set<String> all = new TreeSet<>(READ);
        all.addAll(PASSED);
        all.add("notificationAddresses");
        List<String> near = NearestNames.to(name, all);
        throw failure(
            file,
            "there is no field \"%s\"".formatted(OneLine.of(name)),
            near.isEmpty()
                ? "there are " + String.join(", ", all)
                : "did you mean " + String.join(" or ", near));
      }
    }
  }

  private static JsonNode predicate(String file, JsonNode whole) {
    JsonNode predicate = whole.path("predicate");
    // So rgbif writes a predicate that is made of others.
    JsonNode only = predicate.isArray() && predicate.size() == 1 ? predicate.get(0) : predicate;
    if (only.isMissingNode()) {
      throw failure(file, "it has no \"predicate\"", "all of GBIF would come without one");
    }
    return only;
  }

  private static String checklist(
      String file,
      JsonNode whole,
      List<String> taxonKeys,
      RequestFilters filters,
      List<String> notes) {
    String inFile = whole.path("checklistKey").asText();
    if (!inFile.isEmpty()) {
      filters
          .checklist()
          .filter(chosen -> !chosen.key().equals(inFile))
          .ifPresent(
              chosen -> {
                throw failure(
                    file,
                    "its checklistKey is %s, and --checklist says %s"
                        .formatted(OneLine.of(inFile), chosen.word()),
                    "leave one of them out");
              });
      return inFile;
    }
    if (filters.checklist().isEmpty() && TaxonChecklist.areOfBackbone(taxonKeys)) {
      notes.add(
          "its keys of taxa are numbers, and taken for those of GBIF's backbone; --checklist col"
              + " says otherwise");
      return TaxonChecklist.BACKBONE.key();
    }
    return filters.checklist().orElse(TaxonChecklist.COL).key();
  }

  private static void checkFormat(String file, String format) {
    if (!FORMATS.contains(format)) {
      throw failure(
          file,
          "its format is \"%s\", which photocat cannot take in".formatted(OneLine.of(format)),
          "take one of %s; only DWCA has photos".formatted(String.join(", ", FORMATS)));
    }
  }

  private static String joined(String predicate, List<String> more) {
    if (more.isEmpty()) {
      return predicate;
    }
    List<String> all = new ArrayList<>(List.of(predicate));
    all.addAll(more);
    return "{\"predicates\":[%s],\"type\":\"and\"}".formatted(String.join(",", all));
  }

  /** Returns DWCA, SIMPLE_PARQUET or SIMPLE_CSV. */
  public String format() {
    return format;
  }

  /** Returns the key of the checklist. */
  public String checklist() {
    return checklist;
  }

  /** Returns what is asked for, the same text for the same. */
  public String predicate() {
    return predicate;
  }

  /** Returns what the user should know of it. */
  public List<String> notes() {
    return notes;
  }

  /** Returns what is sent, without the user where none is known yet; the password is no part. */
  public String body(Optional<GbifAccount> account) {
    ObjectNode body = NODES.objectNode();
    account.ifPresent(known -> body.put("creator", known.credentials().user()));
    ArrayNode addresses = addresses(account);
    body.set("notificationAddresses", addresses);
    body.put(
        "sendNotification", whole.path("sendNotification").asBoolean(true) && !addresses.isEmpty());
    body.put("format", format);
    for (String field : new TreeSet<>(PASSED)) {
      if (whole.has(field)) {
        body.set(field, whole.path(field));
      }
    }
    body.put("checklistKey", checklist);
    body.putRawValue("predicate", new RawValue(predicate));
    return body.toString();
  }

  /** The same for people. */
  public String shown(Optional<GbifAccount> account) {
    return GbifJson.pretty(body(account));
  }

  private ArrayNode addresses(Optional<GbifAccount> account) {
    ArrayNode addresses = NODES.arrayNode();
    for (String field : new TreeSet<>(ADDRESSES)) {
      JsonNode named = whole.path(field);
      if (named.isTextual()) {
        addresses.add(named.asText());
      } else {
        named.forEach(one -> addresses.add(one.asText()));
      }
    }
    if (addresses.isEmpty()) {
      account.flatMap(GbifAccount::email).ifPresent(addresses::add);
    }
    return addresses;
  }

  private static PhotocatException failure(String file, String message, String hint) {
    return PhotocatException.of(
            ExitStatus.USAGE, "cannot ask GBIF for %s: %s".formatted(file, message))
        .withHint(hint);
  }
}
