package photocat.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws the photos of the sample: the same photo gives the same bytes. */
final class Painter {
  private static final Color GOLD = new Color(0xf2c230);
  private static final Color BLACK = new Color(0x1d1a18);
  private static final Subject UNKNOWN = new Leaf(0, 0.4, new Color(0x7fae5a));

  /** By the taxon numbers of {@code catalog/sample}. */
  private static final Map<Integer, Subject> SUBJECTS =
      Map.ofEntries(
          Map.entry(909, new Flower(26, 2, 0.11, 0.26, new Color(0xfaf7f2), GOLD)),
          Map.entry(911, new Flower(30, 4, 0.07, 0.14, GOLD, new Color(0xd79a16))),
          Map.entry(913, new Flower(11, 2, 0.24, 0.2, new Color(0x3f62d6), new Color(0x5a2f8f))),
          Map.entry(917, new Flower(4, 2, 0.72, 0.2, new Color(0xd9291c), BLACK)),
          Map.entry(924, new Flower(5, 2, 0.5, 0.2, new Color(0xb24a9c), new Color(0xf3dbe8))),
          Map.entry(920, new Leaf(4, 0.5, new Color(0x5c8f3a))),
          Map.entry(921, new Leaf(5, 0.42, new Color(0x9c8a35))),
          Map.entry(931, new Leaf(0, 0.24, new Color(0x2f6b4f))),
          Map.entry(
              945, new Butterfly(new Color(0x40261c), new Color(0xe2571e), BLACK, Color.WHITE)),
          Map.entry(
              948,
              new Butterfly(new Color(0xf5f0dc), new Color(0xeee6c4), BLACK, new Color(0xf5f0dc))),
          Map.entry(952, new Insect(0.5, List.of(GOLD, BLACK, GOLD, BLACK, Color.WHITE), 0, true)),
          Map.entry(955, new Insect(0.2, List.of(BLACK, new Color(0xc9661f)), 0, true)),
          Map.entry(959, new Insect(0.62, List.of(new Color(0xd42a1e)), 7, false)));

  private Painter() {}

  /**
   * Returns a photo as a JPEG.
   *
   * @param taxon number of the taxon that it shows
   * @param seed tells photos of one taxon apart
   */
  static byte[] paint(int taxon, long seed, int width, int height) {
    RandomGenerator chance = new SplittableRandom(seed);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    drawBackground(canvas, width, height, chance);
    double side = Math.min(width, height);
    canvas.translate(
        width / 2.0 + side * chance.nextDouble(-0.08, 0.08),
        height / 2.0 + side * chance.nextDouble(-0.06, 0.06));
    double scale = side * chance.nextDouble(0.36, 0.44);
    canvas.scale(scale, scale);
    canvas.rotate(chance.nextDouble(-0.6, 0.6));
    drawShadow(canvas);
    canvas.setStroke(new BasicStroke(0.01f));
    SUBJECTS.getOrDefault(taxon, UNKNOWN).draw(canvas, chance);
    canvas.dispose();
    return encode(image);
  }

  /** A meadow out of focus: soft light from above, and discs of it. */
  private static void drawBackground(
      Graphics2D canvas, int width, int height, RandomGenerator chance) {
    float hue = (float) chance.nextDouble(0.2, 0.52);
    Color above = Color.getHSBColor(hue, 0.22f, 0.93f);
    Color below = Color.getHSBColor(hue - 0.05f, 0.45f, 0.6f);
    canvas.setPaint(new GradientPaint(0, 0, above, width * 0.2f, height, below));
    canvas.fill(new Rectangle2D.Double(0, 0, width, height));
    double side = Math.min(width, height);
    for (int i = 0; i < 16; i++) {
      double radius = side * chance.nextDouble(0.05, 0.2);
      Point2D centre =
          new Point2D.Double(chance.nextDouble() * width, chance.nextDouble() * height);
      float near = hue + (float) chance.nextDouble(-0.08, 0.08);
      Color light = Subject.faded(Color.getHSBColor(near, 0.2f, 1f), chance.nextInt(30, 90));
      glow(canvas, centre, radius, light);
    }
  }

  private static void drawShadow(Graphics2D canvas) {
    canvas.setPaint(
        new RadialGradientPaint(
            new Point2D.Double(0.06, 0.1),
            1.25f,
            new float[] {0f, 1f},
            new Color[] {new Color(10, 30, 10, 120), new Color(10, 30, 10, 0)}));
    canvas.fill(new Rectangle2D.Double(-1.5, -1.5, 3, 3));
  }

  private static void glow(Graphics2D canvas, Point2D centre, double radius, Color color) {
    canvas.setPaint(
        new RadialGradientPaint(
            centre,
            (float) radius,
            new float[] {0f, 0.7f, 1f},
            new Color[] {color, color, Subject.faded(color, 0)}));
    canvas.fill(
        new Ellipse2D.Double(
            centre.getX() - radius, centre.getY() - radius, 2 * radius, 2 * radius));
  }

  private static byte[] encode(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "jpg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
