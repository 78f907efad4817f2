package photocat.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photocat.sql.Quoted;

/** What a photo shows is told from its record, and by which of its words. */
final class ImageKindTest {
  private static Catalog catalog;

  @BeforeAll
  static void open() {
    catalog = NewCatalog.inMemory();
  }

  @AfterAll
  static void close() {
    catalog.close();
  }

  @ParameterizedTest
  @CsvSource({
    "HumanObservation,,,,,living,basis_of_record",
    "HUMAN_OBSERVATION,,,,,living,basis_of_record",
    "MACHINE_OBSERVATION,Animalia,,,,living,basis_of_record",
    "LivingSpecimen,Plantae,,,,living,basis_of_record",
    "PreservedSpecimen,Plantae,,,,sheet,basis_of_record",
    "PRESERVED_SPECIMEN,fungi,,,,sheet,basis_of_record",
    "PRESERVED_SPECIMEN,Animalia,,,,specimen,basis_of_record",
    "PRESERVED_SPECIMEN,,,,,specimen,basis_of_record",
    "FOSSIL_SPECIMEN,Plantae,,,,specimen,basis_of_record",
    "MATERIAL_SAMPLE,,,,,specimen,basis_of_record",
    "MATERIAL_CITATION,,,,,drawing,basis_of_record",
    "OCCURRENCE,,,,,unknown,null",
    "anything,,,,,unknown,null",
    ",,,,,unknown,null",
    "HumanObservation,,dead,,,specimen,vitality",
    "HumanObservation,,alive,adult,organism,living,basis_of_record",
    "HumanObservation,,dead,,bone,track,evidence",
    "HumanObservation,,,,egg,egg,evidence",
    "HumanObservation,,,,construction|egg,egg,evidence",
    "HumanObservation,,,,organism|track,living,basis_of_record",
    "HumanObservation,,,egg,,egg,life_stage",
  })
  void isToldFromTheRecord(
      String basis,
      String kingdom,
      String vitality,
      String lifeStage,
      String evidence,
      String kind,
      String rule) {
    String noted = "%s, %s, %s".formatted(text(vitality), text(lifeStage), text(evidence));

    assertThat(
            TestSql.rows(
                catalog,
                "SELECT image_kind_of(%1$s, %2$s, %3$s), image_kind_rule_of(%1$s, %3$s)"
                    .formatted(text(basis), text(kingdom), noted)))
        .containsExactly(kind + "|" + rule);
  }

  private static String text(String value) {
    return value == null ? "NULL" : Quoted.text(value);
  }
}
