package photocat.image;

import static org.assertj.core.api.Assertions.assertThat;

import photocat.FuzzInput;

/** The verdict on a file does not depend on how its bytes arrive. */
public final class ImageInspectorFuzz {
  private ImageInspectorFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    byte[] file = FuzzInput.bytes(data);
    ImageInspector atOnce = new ImageInspector();
    atOnce.update(file, 0, file.length);
    ImageInspector oneByOne = new ImageInspector();
    for (int at = 0; at < file.length; at++) {
      oneByOne.update(file, at, 1);
    }
    ImageReport report = atOnce.finish();
    assertThat(oneByOne.finish()).isEqualTo(report);
    assertThat(report.widthPx()).isNotNegative();
    assertThat(report.heightPx()).isNotNegative();
  }
}
