package photocat.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChecklistTest {
  @ParameterizedTest
  @CsvSource({
    "gbif:5231190, gbif:5231190",
    "GBIF:0005231190, gbif:5231190",
    "https://www.gbif.org/species/5231190, gbif:5231190",
    "http://gbif.org/species/5231190/verbatim, gbif:5231190",
    "https://api.gbif.org/v1/species/5231190?language=en, gbif:5231190",
    "www.gbif.org/species/5231190#tab, gbif:5231190",
    "https://www.gbif.org/species/4CFXV, col:4CFXV",
    "col:4cfxv, col:4CFXV",
    "https://www.catalogueoflife.org/data/taxon/4CFXV, col:4CFXV",
    "https://www.checklistbank.org/dataset/3LR/taxon/4CFXV, col:4CFXV",
    "https://api.checklistbank.org/dataset/3LXR/nameusage/4CFXV, col:4CFXV",
    "wfo-0000292858, wfo:wfo-0000292858",
    "WFO-0000292858-2023-12, wfo:wfo-0000292858",
    "wfo:wfo-0000292858, wfo:wfo-0000292858",
    "http://www.worldfloraonline.org/taxon/wfo-0000292858, wfo:wfo-0000292858",
    "https://list.worldfloraonline.org/wfo-0000292858-2023-12, wfo:wfo-0000292858",
    "urn:lsid:ipni.org:names:30000-2, ipni:30000-2",
    "urn:lsid:ipni.org:names:30000-2:1.3, ipni:30000-2",
    "ipni:30000-2, ipni:30000-2",
    "https://www.ipni.org/n/30000-2, ipni:30000-2",
    "https://www.ipni.org/?q=x&id=30000-2, ipni:30000-2",
    "https://powo.science.kew.org/taxon/urn:lsid:ipni.org:names:30000-2, ipni:30000-2",
    "https://www.inaturalist.org/taxa/123, inat:123",
    "https://www.inaturalist.org/taxa/123-Quercus-robur?locale=fr, inat:123",
    "https://inaturalist.ala.org.au/taxa/123, inat:123",
    "https://api.inaturalist.org/v1/taxa/123, inat:123",
    "' inat:123 ', inat:123"
  })
  void bringsKeysThatTellTheirChecklistToOneForm(String cell, String key) {
    assertThat(Checklist.keyOf(cell)).contains(key);
  }

  @ParameterizedTest
  @CsvSource({
    "5231190",
    "4CFXV",
    "30000-2",
    "Quercus robur",
    "Wfo robur",
    "https://www.gbif.org/occurrence/5231190",
    "https://www.gbif.org/species/search?q=robur",
    "https://www.inaturalist.org/observations/123",
    "https://www.inaturalist.org/photos/123",
    "https://evil.example/?https://www.gbif.org/species/1",
    "wfo-29285",
    "wfo-0000292858x",
    "''"
  })
  void takesNothingElseForOne(String cell) {
    assertThat(Checklist.keyOf(cell)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GBIF, 5231190, gbif:5231190",
    "GBIF, 5231190.0, gbif:5231190",
    "GBIF, 5.231190E+06, gbif:5231190",
    "GBIF, 4CFXV, col:4CFXV",
    "GBIF, https://www.inaturalist.org/taxa/7, inat:7",
    "COL, 4CFXV, col:4CFXV",
    "WFO, 0000292858, wfo:wfo-0000292858",
    "WFO, wfo-0000292858, wfo:wfo-0000292858",
    "IPNI, 30000-2, ipni:30000-2",
    "INAT, 48484, inat:48484"
  })
  void takesBareKeysInColumnsOfTheirChecklist(Checklist checklist, String cell, String key) {
    assertThat(checklist.keyIn(cell)).contains(key);
  }

  @ParameterizedTest
  @CsvSource({
    "GBIF, NA",
    "GBIF, 0",
    "GBIF, 5.23119E+06",
    "GBIF, SPECIES",
    "GBIF, 12-3",
    "INAT, robur",
    "IPNI, 30000"
  })
  void leavesOutWhatIsNoKey(Checklist checklist, String cell) {
    assertThat(checklist.keyIn(cell)).isEmpty();
  }

  @Test
  void givesUpOnStoriesAtOnce() {
    assertThat(Checklist.keyOf("/".repeat(60_000) + "wfo-0000292858")).isEmpty();
  }
}
