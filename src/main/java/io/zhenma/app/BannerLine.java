package io.zhenma.app;

/** A bean of this type adds a line to what is printed once the server is ready. */
interface BannerLine {

  /** A word or two for the left column. */
  String label();

  /** What stands right of the label; the line is left out if this is empty. */
  String text();
}
