package photocat.model;

import static org.assertj.core.api.Assertions.assertThat;

import photocat.FuzzInput;

/** Whatever stands where a list has a name or a key: it is understood or not, soon and for good. */
public final class NamesFuzz {
  private static final int LONGEST_CELL = 1 << 16;

  private NamesFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    String text = FuzzInput.text(data);
    if (text.length() > LONGEST_CELL) {
      return;
    }
    CanonicalName.of(text)
        .ifPresent(
            name -> {
              assertThat(name.words()).isPositive();
              assertThat(name.text()).doesNotContainPattern("[\\p{Cntrl}\\p{Lu}]|  ");
            });
    assertThat(CanonicalName.doubtIn(text)).isNotNull();
    assertThat(TaxonKey.of(text)).isNotNull();
    for (String taken : new String[] {"", Slug.of(text, "1", slug -> false)}) {
      assertThat(Slug.of(text, "1", taken::equals))
          .matches("[a-z0-9]([a-z0-9_.-]*[a-z0-9])?")
          .hasSizeLessThanOrEqualTo(80)
          .doesNotMatch("(con|prn|aux|nul|com\\d|lpt\\d)([.].*)?")
          .isNotEqualTo(taken);
    }
  }
}
