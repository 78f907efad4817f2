package photocat.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.random.RandomGenerator;

/**
 * A flower seen from above: rings of petals around a heart.
 *
 * @param petals petals of a ring
 * @param rings rings, one above the other, each smaller
 * @param breadth half the breadth of a petal, as a share of its length
 * @param heart radius of the heart
 */
record Flower(int petals, int rings, double breadth, double heart, Color petal, Color middle)
    implements Subject {
  /** The angle between seeds of a flower head, which leaves no rows. */
  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  private static final int SEEDS = 90;

  @Override
  public void draw(Graphics2D canvas, RandomGenerator chance) {
    for (int ring = 0; ring < rings; ring++) {
      double length = 1 - 0.22 * ring;
      double turn = Math.PI / petals * ring;
      for (int i = 0; i < petals; i++) {
        double angle = turn + 2 * Math.PI * i / petals + chance.nextDouble(-0.06, 0.06);
        drawPetal(canvas, angle, length * chance.nextDouble(0.92, 1.0));
      }
    }
    drawHeart(canvas);
  }

  private void drawPetal(Graphics2D canvas, double angle, double length) {
    double side = breadth * length;
    Path2D outline = new Path2D.Double();
    outline.moveTo(0, 0);
    outline.curveTo(side * 0.6, -length * 0.3, side * 1.5, -length * 0.9, side * 0.25, -length);
    outline.quadTo(0, -length * 0.94, -side * 0.25, -length);
    outline.curveTo(-side * 1.5, -length * 0.9, -side * 0.6, -length * 0.3, 0, 0);
    AffineTransform before = canvas.getTransform();
    canvas.rotate(angle);
    canvas.setPaint(
        new RadialGradientPaint(
            new Point2D.Double(0, 0),
            (float) length,
            new float[] {0.1f, 0.55f, 1f},
            new Color[] {
              Subject.between(petal, Color.BLACK, 0.35),
              petal,
              Subject.between(petal, Color.WHITE, 0.25)
            }));
    canvas.fill(outline);
    canvas.setPaint(Subject.faded(Subject.between(petal, Color.BLACK, 0.5), 70));
    canvas.draw(outline);
    canvas.setTransform(before);
  }

  private void drawHeart(Graphics2D canvas) {
    canvas.setPaint(
        new RadialGradientPaint(
            new Point2D.Double(-heart / 3, -heart / 3),
            (float) (heart * 1.5),
            new float[] {0f, 1f},
            new Color[] {middle, Subject.between(middle, Color.BLACK, 0.45)}));
    canvas.fill(disc(0, 0, heart));
    for (int i = 0; i < SEEDS; i++) {
      double radius = heart * Math.sqrt((i + 0.5) / SEEDS) * 0.95;
      double angle = i * GOLDEN_ANGLE;
      Color shade = i % 2 == 0 ? Color.WHITE : Color.BLACK;
      canvas.setPaint(Subject.faded(Subject.between(middle, shade, 0.4), 150));
      canvas.fill(disc(radius * Math.cos(angle), radius * Math.sin(angle), heart * 0.06));
    }
  }

  private static Ellipse2D disc(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}
