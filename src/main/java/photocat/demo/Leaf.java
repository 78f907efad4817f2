package photocat.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.util.random.RandomGenerator;

/**
 * A leaf on its stalk.
 *
 * @param lobes lobes on each side; 0 for a smooth edge
 * @param breadth half the greatest breadth
 */
record Leaf(int lobes, double breadth, Color green) implements Subject {
  private static final int POINTS = 160;
  private static final int VEINS = 9;
  private static final double TIP = -0.95;
  private static final double FOOT = 0.6;

  @Override
  public void draw(Graphics2D canvas, RandomGenerator chance) {
    double bend = chance.nextDouble(-0.15, 0.15);
    Path2D outline = new Path2D.Double();
    for (int i = 0; i <= POINTS; i++) {
      double along = Math.abs(1 - 2.0 * i / POINTS);
      double side = i < POINTS / 2 ? 1 : -1;
      double x = bend * along * along + side * halfBreadth(along);
      double y = FOOT + (TIP - FOOT) * along;
      if (i == 0) {
        outline.moveTo(x, y);
      } else {
        outline.lineTo(x, y);
      }
    }
    outline.closePath();
    Color light = Subject.between(green, Color.WHITE, 0.3);
    Color dark = Subject.between(green, Color.BLACK, 0.25);
    canvas.setPaint(dark);
    canvas.setStroke(new BasicStroke(0.035f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    canvas.draw(new QuadCurve2D.Double(0, FOOT, -bend, 0.8, -2 * bend, 1));
    canvas.setPaint(new GradientPaint((float) -breadth, 0, light, (float) breadth, 0.3f, dark));
    canvas.fill(outline);
    drawVeins(canvas, outline, bend);
  }

  private double halfBreadth(double along) {
    double plain = breadth * Math.pow(Math.sin(Math.PI * Math.pow(along, 0.85)), 0.8);
    return lobes == 0 ? plain : plain * (0.8 + 0.25 * Math.sin(2 * Math.PI * lobes * along));
  }

  private void drawVeins(Graphics2D canvas, Shape outline, double bend) {
    Shape before = canvas.getClip();
    canvas.clip(outline);
    canvas.setPaint(Subject.faded(Subject.between(green, Color.WHITE, 0.6), 150));
    canvas.setStroke(new BasicStroke(0.012f));
    for (int i = 1; i < VEINS; i++) {
      double along = (double) i / VEINS;
      double x = bend * along * along;
      double y = FOOT + (TIP - FOOT) * along;
      canvas.draw(new Line2D.Double(x, y, x + breadth * 1.1, y - 0.35));
      canvas.draw(new Line2D.Double(x, y, x - breadth * 1.1, y - 0.35));
    }
    canvas.setStroke(new BasicStroke(0.022f));
    canvas.draw(new QuadCurve2D.Double(0, FOOT, 0, (FOOT + TIP) / 2, bend, TIP));
    canvas.setClip(before);
  }
}
