package photocat.shell.picture;

import photocat.image.Thumbnail;

/**
 * Pictures as sixels: bands of six rows of pixels, each band one colour after another. 252 fixed
 * colours and an ordered dither show a photo well enough to know it again.
 */
final class Sixel {
  private static final int REDS = 6;
  private static final int GREENS = 7;
  private static final int BLUES = 6;
  private static final int BAND = 6;
  private static final int FIRST_CHARACTER = 63;
  private static final int LONGEST_RUN = 255;

  /** Bayer's pattern, which spreads the error of rounding evenly. */
  private static final int[][] DITHER = {
    {0, 8, 2, 10}, {12, 4, 14, 6}, {3, 11, 1, 9}, {15, 7, 13, 5}
  };

  private final Thumbnail picture;
  private final StringBuilder text = new StringBuilder();

  private Sixel(Thumbnail picture) {
    this.picture = picture;
  }

  static String encode(Thumbnail picture) {
    return new Sixel(picture).encode();
  }

  private String encode() {
    text.append("\u001bPq\"1;1;").append(picture.widthPx()).append(';').append(picture.heightPx());
    for (int color = 0; color < REDS * GREENS * BLUES; color++) {
      text.append('#').append(color).append(";2;");
      text.append(100 * (color / (GREENS * BLUES)) / (REDS - 1)).append(';');
      text.append(100 * (color / BLUES % GREENS) / (GREENS - 1)).append(';');
      text.append(100 * (color % BLUES) / (BLUES - 1));
    }
    for (int top = 0; top < picture.heightPx(); top += BAND) {
      band(top);
      text.append('-');
    }
    return text.append("\u001b\\").toString();
  }

  private void band(int top) {
    int width = picture.widthPx();
    byte[][] rows = new byte[REDS * GREENS * BLUES][];
    for (int y = top; y < Math.min(top + BAND, picture.heightPx()); y++) {
      for (int x = 0; x < width; x++) {
        int color = color(x, y);
        if (rows[color] == null) {
          rows[color] = new byte[width];
        }
        rows[color][x] |= (byte) (1 << (y - top));
      }
    }
    for (int color = 0; color < rows.length; color++) {
      if (rows[color] != null) {
        text.append('#').append(color);
        line(rows[color]);
        text.append('$');
      }
    }
  }

  /** Runs of one character are written with their length. */
  private void line(byte[] row) {
    int start = 0;
    while (start < row.length) {
      int end = start + 1;
      while (end < row.length && row[end] == row[start] && end - start < LONGEST_RUN) {
        end++;
      }
      char character = (char) (FIRST_CHARACTER + row[start]);
      if (end - start > 3) {
        text.append('!').append(end - start).append(character);
      } else {
        text.append(String.valueOf(character).repeat(end - start));
      }
      start = end;
    }
  }

  private int color(int x, int y) {
    int rgb = picture.rgb(x, y);
    double threshold = (DITHER[y % 4][x % 4] + 0.5) / 16;
    int red = level(rgb >> 16, REDS, threshold);
    int green = level(rgb >> 8 & 0xff, GREENS, threshold);
    return (red * GREENS + green) * BLUES + level(rgb & 0xff, BLUES, threshold);
  }

  private static int level(int value, int levels, double threshold) {
    return (int) Math.min(levels - 1, Math.floor(value / 255.0 * (levels - 1) + threshold));
  }
}
