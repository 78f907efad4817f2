package photocat.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.QuadCurve2D;
import java.util.random.RandomGenerator;

/**
 * A butterfly with open wings.
 *
 * @param band colour of the band across the forewings and of the hem of the hindwings
 * @param tip colour of the wing tips
 * @param spot colour of the spots in the tips
 */
record Butterfly(Color wing, Color band, Color tip, Color spot) implements Subject {
  private static final Color BODY = new Color(0x2b2420);

  @Override
  public void draw(Graphics2D canvas, RandomGenerator chance) {
    double spread = chance.nextDouble(0.85, 1.0);
    for (int side = -1; side <= 1; side += 2) {
      AffineTransform before = canvas.getTransform();
      canvas.scale(side * spread, 1);
      drawHindwing(canvas);
      drawForewing(canvas);
      canvas.setTransform(before);
    }
    drawBody(canvas);
  }

  private void drawForewing(Graphics2D canvas) {
    Path2D outline = new Path2D.Double();
    outline.moveTo(0.03, -0.2);
    outline.curveTo(0.3, -0.85, 0.8, -0.95, 0.98, -0.75);
    outline.curveTo(0.95, -0.45, 0.8, -0.2, 0.72, 0.02);
    outline.curveTo(0.5, 0.12, 0.2, 0.08, 0.03, 0.02);
    outline.closePath();
    Shape before = fillWing(canvas, outline);
    canvas.setPaint(tip);
    canvas.fill(new Ellipse2D.Double(0.62, -1.1, 0.7, 0.62));
    canvas.setPaint(band);
    canvas.setStroke(new BasicStroke(0.13f));
    canvas.draw(new QuadCurve2D.Double(0.35, -0.9, 0.6, -0.4, 0.75, 0.1));
    canvas.setPaint(spot);
    for (int i = 0; i < 4; i++) {
      double size = 0.09 - 0.012 * i;
      canvas.fill(new Ellipse2D.Double(0.7 + 0.06 * i, -0.72 + 0.09 * i, size, size));
    }
    canvas.setClip(before);
  }

  private void drawHindwing(Graphics2D canvas) {
    Path2D outline = new Path2D.Double();
    outline.moveTo(0.03, -0.02);
    outline.curveTo(0.4, -0.05, 0.8, 0.05, 0.76, 0.4);
    outline.curveTo(0.7, 0.75, 0.4, 0.8, 0.25, 0.62);
    outline.curveTo(0.12, 0.45, 0.05, 0.25, 0.03, 0.1);
    outline.closePath();
    Shape before = fillWing(canvas, outline);
    canvas.setPaint(band);
    canvas.setStroke(new BasicStroke(0.16f));
    canvas.draw(new QuadCurve2D.Double(0.3, 0.75, 0.75, 0.75, 0.8, 0.3));
    canvas.setClip(before);
  }

  /** Fills a wing and limits what follows to it; returns the limits before. */
  private Shape fillWing(Graphics2D canvas, Shape outline) {
    canvas.setPaint(
        new RadialGradientPaint(
            new Point2D.Double(0, 0),
            1.2f,
            new float[] {0f, 1f},
            new Color[] {
              Subject.between(wing, Color.BLACK, 0.25), Subject.between(wing, Color.WHITE, 0.12)
            }));
    canvas.fill(outline);
    canvas.setPaint(Subject.faded(BODY, 120));
    canvas.setStroke(new BasicStroke(0.015f));
    canvas.draw(outline);
    Shape before = canvas.getClip();
    canvas.clip(outline);
    return before;
  }

  private static void drawBody(Graphics2D canvas) {
    canvas.setPaint(BODY);
    canvas.fill(new Ellipse2D.Double(-0.05, -0.3, 0.1, 0.75));
    canvas.fill(new Ellipse2D.Double(-0.06, -0.38, 0.12, 0.13));
    canvas.setStroke(new BasicStroke(0.012f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    canvas.draw(new QuadCurve2D.Double(0.02, -0.35, 0.06, -0.6, 0.2, -0.75));
    canvas.draw(new QuadCurve2D.Double(-0.02, -0.35, -0.06, -0.6, -0.2, -0.75));
  }
}
