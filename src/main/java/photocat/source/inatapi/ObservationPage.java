package photocat.source.inatapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Some of the observations of a taxon, in the order of their numbers.
 *
 * @param observations those that can be read
 * @param bad those that cannot
 * @param total how many there are from here on, this page included, as the interface says
 * @param lastId the greatest number among all; 0 for none
 * @param results how many came, whatever became of them
 */
public record ObservationPage(
    List<Observation> observations, List<Bad> bad, long total, long lastId, int results) {
  /** Copies the lists. */
  public ObservationPage {
    observations = List.copyOf(observations);
    bad = List.copyOf(bad);
  }

  /**
   * A result that cannot be read.
   *
   * @param place among the results of its page, from 1
   */
  public record Bad(int place, String text, String reason) {}

  /** What is not behind {@code idAbove} was not asked for, and would be asked for for ever. */
  static ObservationPage of(JsonNode json, long idAbove) {
    List<Observation> observations = new ArrayList<>();
    List<Bad> bad = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    long lastId = 0;
    int place = 0;
    for (JsonNode each : json.path("results")) {
      place++;
      long id = each.path("id").asLong();
      try {
        Observation observation = Observation.of(each);
        if (id > idAbove && seen.add(id)) {
          observations.add(observation);
        }
      } catch (IllegalArgumentException e) {
        bad.add(new Bad(place, each.toString(), String.valueOf(e.getMessage())));
      }
      lastId = Math.max(lastId, id);
    }
    long total = json.path("total_results").asLong();
    return new ObservationPage(observations, bad, total, lastId, place);
  }

  /** Tells whether there is nothing in it that could be gone on behind. */
  public boolean isEmpty() {
    return lastId == 0;
  }

  /** Tells whether it should have had something. */
  boolean isMissing() {
    return isEmpty() && total > 0;
  }
}
