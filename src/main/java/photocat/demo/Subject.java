package photocat.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.random.RandomGenerator;

/** Something that a photo can show. */
interface Subject {
  /**
   * Draws itself around the origin, from -1 to 1 in both directions, y downwards.
   *
   * @param chance small differences between two photos of the same species
   */
  void draw(Graphics2D canvas, RandomGenerator chance);

  /** Mixes two colours. */
  static Color between(Color from, Color to, double share) {
    return new Color(
        part(from.getRed(), to.getRed(), share),
        part(from.getGreen(), to.getGreen(), share),
        part(from.getBlue(), to.getBlue(), share));
  }

  /** Returns the same colour, from 0 for invisible to 255. */
  static Color faded(Color color, int alpha) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }

  private static int part(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }
}
