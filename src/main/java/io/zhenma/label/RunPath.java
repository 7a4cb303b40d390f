package io.zhenma.label;

/** Dark modules as a path of rectangles, one for each run in a row; the unit is a module. */
final class RunPath {
  private RunPath() {}

  /** PDF operators {@code x y width height re}; y upwards from the symbol's lower edge. */
  static void append(ModuleGrid grid, AsciiWriter out) {
    int size = grid.size();
    for (int row = 0; row < size; row++) {
      int from = grid.nextDark(0, row);
      while (from < size) {
        int to = grid.nextLight(from, row);
        out.put((long) from).put(' ').put((long) (size - 1 - row)).put(' ');
        out.put((long) (to - from)).put(" 1 re\n");
        from = grid.nextDark(to, row);
      }
    }
  }

  /** SVG path data; y downwards from {@code top}. */
  static void appendSvg(ModuleGrid grid, int left, int top, AsciiWriter out) {
    int size = grid.size();
    for (int row = 0; row < size; row++) {
      int from = grid.nextDark(0, row);
      while (from < size) {
        int to = grid.nextLight(from, row);
        out.put('M').put((long) (left + from)).put(' ').put((long) (top + row));
        out.put('h').put((long) (to - from)).put("v1h").put((long) (from - to)).put('z');
        from = grid.nextDark(to, row);
      }
    }
  }
}
