package io.zhenma.traffic;

/** What is counted of traffic that leaves no scan of a person. */
public enum Counted {
  /** A program opened the page of a code; by kind of visitor. */
  LOOK,
  /** A program's scan was recorded; by kind of visitor. */
  SCAN,
  /** A code was forged or never issued; by the verdict's reason. */
  FORGED
}
