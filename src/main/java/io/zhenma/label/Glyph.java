package io.zhenma.label;

import java.awt.geom.Path2D;

/**
 * A letter of a font.
 *
 * @param codePoint what it stands for
 * @param id in the font
 * @param advance to the next letter, in sizes
 * @param outline in sizes, y upwards from the base line; filled by the nonzero rule
 */
record Glyph(int codePoint, int id, double advance, Path2D.Double outline) {}
