package photocat.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A beetle, bee or wasp seen from above.
 *
 * @param breadth half the breadth of the body
 * @param stripes colours across the body from the head on; one colour for none
 * @param dots dots on the back
 * @param winged whether clear wings lie over the body
 */
record Insect(double breadth, List<Color> stripes, int dots, boolean winged) implements Subject {
  private static final Color DARK = new Color(0x1d1a18);
  private static final double FRONT = -0.45;
  private static final double END = 0.85;

  @Override
  public void draw(Graphics2D canvas, RandomGenerator chance) {
    drawLegs(canvas, chance);
    canvas.setPaint(DARK);
    canvas.fill(new Ellipse2D.Double(-breadth * 0.6, FRONT - 0.3, breadth * 1.2, 0.42));
    drawBack(canvas);
    if (winged) {
      drawWings(canvas, chance.nextDouble(0.35, 0.55));
    }
  }

  private void drawBack(Graphics2D canvas) {
    Ellipse2D back = new Ellipse2D.Double(-breadth, FRONT, 2 * breadth, END - FRONT);
    Shape before = canvas.getClip();
    canvas.clip(back);
    double depth = (END - FRONT) / stripes.size();
    for (int i = 0; i < stripes.size(); i++) {
      canvas.setPaint(stripes.get(i));
      canvas.fill(new Rectangle2D.Double(-1, FRONT + i * depth, 2, depth + 0.01));
    }
    if (dots > 0) {
      drawDots(canvas);
    }
    canvas.setPaint(
        new RadialGradientPaint(
            new Point2D.Double(-breadth * 0.4, -0.1),
            (float) (breadth * 2.2),
            new float[] {0f, 0.35f, 1f},
            new Color[] {
              new Color(255, 255, 255, 130), new Color(255, 255, 255, 0), new Color(0, 0, 0, 120)
            }));
    canvas.fill(back);
    canvas.setClip(before);
  }

  /** One in the middle of the front, the others in pairs. */
  private void drawDots(Graphics2D canvas) {
    canvas.setPaint(DARK);
    canvas.setStroke(new BasicStroke(0.015f));
    canvas.draw(new Line2D.Double(0, FRONT, 0, END));
    double size = breadth * 0.38;
    canvas.fill(new Ellipse2D.Double(-size / 2, FRONT + 0.08, size, size));
    for (int pair = 0; pair < dots / 2; pair++) {
      double y = FRONT + 0.35 + 0.3 * pair;
      double x = breadth * (pair % 2 == 0 ? 0.55 : 0.4);
      canvas.fill(new Ellipse2D.Double(x - size / 2, y, size, size));
      canvas.fill(new Ellipse2D.Double(-x - size / 2, y, size, size));
    }
  }

  private void drawLegs(Graphics2D canvas, RandomGenerator chance) {
    canvas.setPaint(DARK);
    canvas.setStroke(new BasicStroke(0.035f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int leg = 0; leg < 3; leg++) {
      double y = FRONT + 0.15 + 0.3 * leg;
      double reach = breadth + chance.nextDouble(0.22, 0.3);
      double foot = y + 0.25 * (leg - 0.8);
      canvas.draw(new QuadCurve2D.Double(0, y, reach, y - 0.08, reach + 0.08, foot));
      canvas.draw(new QuadCurve2D.Double(0, y, -reach, y - 0.08, -reach - 0.08, foot));
    }
    canvas.draw(new QuadCurve2D.Double(0.05, FRONT - 0.2, 0.12, FRONT - 0.4, 0.3, FRONT - 0.45));
    canvas.draw(new QuadCurve2D.Double(-0.05, FRONT - 0.2, -0.12, FRONT - 0.4, -0.3, FRONT - 0.45));
  }

  private static void drawWings(Graphics2D canvas, double angle) {
    for (int side = -1; side <= 1; side += 2) {
      AffineTransform before = canvas.getTransform();
      canvas.translate(0, FRONT + 0.1);
      canvas.rotate(-side * angle);
      Ellipse2D wing = new Ellipse2D.Double(-0.19, 0, 0.38, 1.15);
      canvas.setPaint(new Color(240, 248, 255, 120));
      canvas.fill(wing);
      canvas.setPaint(new Color(60, 60, 70, 120));
      canvas.setStroke(new BasicStroke(0.012f));
      canvas.draw(wing);
      canvas.draw(new Line2D.Double(0, 0.05, 0, 1.05));
      canvas.setTransform(before);
    }
  }
}
