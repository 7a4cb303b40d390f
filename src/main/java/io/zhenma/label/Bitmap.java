package io.zhenma.label;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Arrays;

/** Black dots on white, eight to a byte, the highest bit leftmost. */
final class Bitmap {
  private final int width;
  private final int height;
  private final int bytesARow;
  private final byte[] dots;

  Bitmap(int width, int height) {
    this.width = width;
    this.height = height;
    this.bytesARow = (width + 7) / 8;
    this.dots = new byte[bytesARow * height];
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int bytesARow() {
    return bytesARow;
  }

  /** Row by row; bits beyond the width are 0. */
  byte[] dots() {
    return dots;
  }

  boolean isSet(int x, int y) {
    return (dots[y * bytesARow + (x >> 3)] >>> (7 - (x & 7)) & 1) == 1;
  }

  void set(int x, int y) {
    dots[y * bytesARow + (x >> 3)] |= (byte) (0x80 >>> (x & 7));
  }

  /** Blackens dots of a row; what lies outside is left out. */
  void fill(int from, int to, int y) {
    if (y < 0 || y >= height) {
      return;
    }
    int end = Math.min(width, to);
    int x = Math.max(0, from);
    while (x < end && (x & 7) != 0) {
      set(x++, y);
    }
    while (x + 8 <= end) {
      dots[y * bytesARow + (x >> 3)] = (byte) 0xff;
      x += 8;
    }
    while (x < end) {
      set(x++, y);
    }
  }

  /** Puts a symbol's modules, each a square of so many dots. */
  void modules(ModuleGrid grid, int left, int top, int dotsAModule) {
    for (int row = 0; row < grid.size(); row++) {
      int from = grid.nextDark(0, row);
      while (from < grid.size()) {
        int to = grid.nextLight(from, row);
        for (int line = 0; line < dotsAModule; line++) {
          fill(left + from * dotsAModule, left + to * dotsAModule, top + row * dotsAModule + line);
        }
        from = grid.nextDark(to, row);
      }
    }
  }

  /** Blackens where the other one is black. */
  void add(Bitmap other, int left, int top) {
    for (int y = Math.max(0, -top); y < Math.min(other.height, height - top); y++) {
      for (int i = 0; i < other.bytesARow; i++) {
        int eight = other.dots[y * other.bytesARow + i] & 0xff;
        if (eight != 0) {
          addEight(eight, left + 8 * i, top + y);
        }
      }
    }
  }

  private void addEight(int eight, int left, int y) {
    for (int bit = 0; bit < 8; bit++) {
      int x = left + bit;
      if ((eight << bit & 0x80) != 0 && x >= 0 && x < width) {
        set(x, y);
      }
    }
  }

  /**
   * Fills an outline by the nonzero rule: a dot is black when its centre lies inside.
   *
   * @param placed from the outline's units to dots, y downwards
   */
  void fill(Path2D outline, AffineTransform placed) {
    for (int y = 0; y < height; y++) {
      new Scan(y + 0.5).fill(outline.getPathIterator(placed, 0.1), y);
    }
  }

  /** The crossings of an outline with the centre line of a row of dots. */
  private final class Scan {
    private final double line;
    private double[] crossings = new double[16];
    private int count;

    Scan(double line) {
      this.line = line;
    }

    void fill(PathIterator outline, int y) {
      double[] point = new double[6];
      double startX = 0;
      double startY = 0;
      double x = 0;
      double lastY = 0;
      for (; !outline.isDone(); outline.next()) {
        int step = outline.currentSegment(point);
        if (step == PathIterator.SEG_CLOSE) {
          cross(x, lastY, startX, startY);
          x = startX;
          lastY = startY;
          continue;
        }
        if (step == PathIterator.SEG_MOVETO) {
          startX = point[0];
          startY = point[1];
        } else {
          cross(x, lastY, point[0], point[1]);
        }
        x = point[0];
        lastY = point[1];
      }
      blacken(y);
    }

    /** Notes where a step crosses the line, with its direction in the lowest bit of the order. */
    private void cross(double fromX, double fromY, double toX, double toY) {
      if (fromY <= line == toY <= line) {
        return;
      }
      if (count + 2 > crossings.length) {
        crossings = Arrays.copyOf(crossings, 2 * crossings.length);
      }
      crossings[count++] = fromX + (line - fromY) * (toX - fromX) / (toY - fromY);
      crossings[count++] = fromY < toY ? 1 : -1;
    }

    private void blacken(int y) {
      sort();
      int winding = 0;
      for (int i = 0; i < count; i += 2) {
        if (winding == 0) {
          crossings[0] = crossings[i];
        }
        winding += (int) crossings[i + 1];
        if (winding == 0) {
          Bitmap.this.fill(
              (int) Math.ceil(crossings[0] - 0.5), (int) Math.ceil(crossings[i] - 0.5), y);
        }
      }
    }

    /** By insertion: a letter has few crossings in a row. */
    private void sort() {
      for (int i = 2; i < count; i += 2) {
        double x = crossings[i];
        double direction = crossings[i + 1];
        int j = i - 2;
        for (; j >= 0 && crossings[j] > x; j -= 2) {
          crossings[j + 2] = crossings[j];
          crossings[j + 3] = crossings[j + 1];
        }
        crossings[j + 2] = x;
        crossings[j + 3] = direction;
      }
    }
  }
}
