package photocat.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CanonicalNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Apis mellifera | apis mellifera",
        "Apis mellifera Linnaeus, 1758 | apis mellifera",
        "Boreophilia nomensis (Casey, 1910) | boreophilia nomensis",
        "Arthopyrenia hyalospora (Nyl. ex Banker) R.C. Harris | arthopyrenia hyalospora",
        "Pseudocercospora dendrobii(H.C.     Burnett)U. Braun & Crous     2003 | pseudocercospora"
            + " dendrobii",
        "Protis hydrothermica ten Hove & Zibrowius, 1986 | protis hydrothermica",
        "Homalanthus nutans (Mull.Arg.) Benth. & Hook. f. ex Drake | homalanthus nutans",
        "Carabus (Tanaocarabus) hendrichsi Bolvar | carabus hendrichsi",
        "Schottera nicaeënsis | schottera nicaeensis",
        "Œnanthe œnanthe | oenanthe oenanthe",
        "QUERCUS ROBUR L. | quercus robur",
        "  Quercus\u00a0 robur\t | quercus robur",
        "Abies_alba | abies alba",
        "Quercus L. | quercus",
        "Phrynosoma m’callii | phrynosoma mcallii",
        "Daphnia (Daphnia) x krausi Flossner 1993 | daphnia × krausi",
        "Mus musculus hortulanus | mus musculus hortulanus",
        "Salix X fragilis L. | salix × fragilis",
        "Salix ×fragilis | salix × fragilis",
        "x Agropogon littoralis (Sm.) C. E. Hubb. 1946 | × agropogon littoralis",
        "Salix aurita L. × S. caprea L. | salix aurita × caprea",
        "Salix aurita x Salix caprea | salix aurita × caprea",
        // Two words are a species, however they are capitalised.
        "Quercus Pubescens Willd. | quercus pubescens",
        "Quercus Roburr | quercus roburr",
        "Quercus Robur (L.) Mill. 1768 | quercus robur",
        "Apis Linnaeus, 1758 | apis",
        "Apis Linnaeus 1758 | apis",
        "Aster Nees & Mart. | aster",
        "Rosa Mill. ex L. | rosa",
        // What cannot be seen, and what looks the same.
        "Quer\u00adcus ro\u200bbur\ufeff | quercus robur",
        "\u202aQuercus robur\u202c | quercus robur",
        "Polygonia c\u2010album | polygonia c-album",
        "Polygonia c\u2011album | polygonia c-album",
        "Polygonia c\u2013album | polygonia c-album",
        "Qu\u0435rcus r\u043ebur | quercus robur",
        "\u0410bies alb\u0430 | abies alba",
        "Abies \u03b1lb\u03b1 | abies alba",
        "Salix \ufb02exuosa | salix flexuosa",
        "Ｑuercus　robur | quercus robur",
        // Authors as fungi, algae and old books have them.
        "Amanita muscaria (L. : Fr.) Lam. | amanita muscaria",
        "Boletus edulis Bull.: Fr. | boletus edulis",
        "Agaricus campestris L.:Fr. 1821 | agaricus campestris",
        "Chloris gayana Kunth emend. Clayton | chloris gayana",
        "Chloris gayana Kunth, emend Clayton | chloris gayana",
        "Carex flava L., nom. cons. | carex flava",
        "Bromus sterilis L. nom.cons. | bromus sterilis",
        "Bromus sterilis L. (nom. cons.) | bromus sterilis",
        "Aphis fabae Scopoli, 1763-1764 | aphis fabae",
        "Aphis fabae Scopoli, 1763–64 | aphis fabae",
        "Aphis fabae Scopoli, 1763/1764 | aphis fabae",
        "Aphis fabae Scopoli, [1763] | aphis fabae",
        "Aphis fabae Scopoli, \"1763\" 1764 | aphis fabae",
        "Aphis fabae (Scopoli, 1763 [1764]) | aphis fabae",
        "Aphis fabae Scopoli,1763 | aphis fabae",
        "Aphis fabae (O.F.Müller,1776) | aphis fabae",
        "Aphis fabae L.1758 | aphis fabae",
        "Coccinella 7-punctata Linnaeus, 1758 | coccinella 7-punctata",
        // The parents of a hybrid that has a name.
        "Quercus ×rosacea Bechst. (Q. petraea × Q. robur) | quercus × rosacea",
        "Mentha × piperita (M. aquatica x M. spicata) | mentha × piperita",
        "Mentha × piperita L. [aquatica × spicata] | mentha × piperita",
        "Mentha × piperita L. = M. aquatica × M. spicata | mentha × piperita"
      })
  void stripsWhatDiffersFromListToList(String name, String canonical) {
    assertThat(CanonicalName.of(name)).contains(new CanonicalName(canonical, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "Fagus sylvatica subsp. orientalis (Lipsky) Greuter, fagus sylvatica orientalis, subspecies",
    "Armeria carpetana ssp carpetana, armeria carpetana carpetana, subspecies",
    "Prunus mexicana S. Watson var. reticulata (Sarg.) Sarg., prunus mexicana reticulata, variety",
    "Cotoneaster rogersiana var.aurantiaca, cotoneaster rogersiana aurantiaca, variety",
    "Polypodium pectinatum L. f. typica Rosenst., polypodium pectinatum typica, form",
    "Cerastium arvense ssp. velutinum var. velutinum (Raf.) Britton f., cerastium arvense velutinum, variety",
    "QUERCUS ROBUR SUBSP. PEDUNCULIFLORA (K.KOCH) MENITSKY, quercus robur pedunculiflora, subspecies",
    "Quercus robur Subsp. pedunculiflora, quercus robur pedunculiflora, subspecies",
    "Quercus robur VAR. pedunculiflora K.Koch, quercus robur pedunculiflora, variety",
    "ROSA CANINA VAR. DUMETORUM, rosa canina dumetorum, variety",
    "Aeonium × proliferum Bañares nothovar. glabrifolium, aeonium × proliferum glabrifolium, infrahybrid"
  })
  void keepsTheRankThatANameSpellsOut(String name, String canonical, String rank) {
    assertThat(CanonicalName.of(name)).contains(new CanonicalName(canonical, Optional.of(rank)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "🌿",
        "1234",
        "Calidris cf. cooperi",
        "Gobiosoma sp.",
        "Puya acris Auct.",
        "Galium mollugo agg.",
        "Sarracenia flava 'Maxima'",
        "Bolitoglossa la Campbell",
        "Aaleniella (Danocythere)",
        "Cordia sect. Salimori",
        "Salix aurita × Populus alba",
        "Negalasa fumalis, continuation of a sentence",
        "Oncorhynchus nerka (Walbaum, 1792) Sockeye salmon",
        "Aster exilis Ell., nomen dubium",
        "Aster exilis Ell., nom. nud.",
        "Quercus robur (Q. petraea × Q. robur)",
        "Бук лесной обыкновенный (бук)",
        "Carex flava L., nom. illeg.",
        "Carex flava: the yellow sedge"
      })
  void saysNothingWhereAnyWordIsNotUnderstood(String name) {
    assertThat(CanonicalName.of(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Apis mellifera carnica Pollmann, Apis mellifera",
    "Fagus sylvatica subsp. orientalis, Fagus sylvatica",
    "Aeonium × proliferum nothovar. glabrifolium, Aeonium × proliferum",
    "x Agropogon littoralis var. minor, × Agropogon littoralis",
    "Apis mellifera, ",
    "Salix × fragilis, ",
    "Salix aurita × S. caprea, ",
    "Apis, "
  })
  void tellsTheSpeciesThatANameBelowItIsOf(String name, String species) {
    assertThat(CanonicalName.of(name).flatMap(CanonicalName::species).orElse(null))
        .isEqualTo(species);
  }

  @Test
  void whatIsLongerThanAnyNameIsNone() {
    assertThat(CanonicalName.of("Apis mellifera" + "-a".repeat(200))).isPresent();
    assertThat(CanonicalName.of("Apis mellifera" + "-a".repeat(20_000))).isEmpty();
    assertThat(CanonicalName.doubtIn("Apis cf. mellifera" + " ".repeat(60_000))).isEmpty();
  }
}
