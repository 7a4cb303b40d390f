package io.zhenma.simulation;

/** What is true of the code in front of the person who scans, whatever the answer says. */
public enum Truth {
  /** The item that the code was made for; nobody copied it. */
  HONEST,
  /** The item that the code was made for, but there are fakes with the same code. */
  COPIED_GENUINE,
  /** A fake with the code of another item. */
  COPIED_FAKE,
  /** An invented code. */
  FORGED;

  /** The label of the ground truth: {@code HONEST}, {@code COPIED} or {@code FORGED}. */
  String label() {
    return this == COPIED_GENUINE || this == COPIED_FAKE ? "COPIED" : name();
  }

  /** Which piece is scanned where there are several with the code: genuine, fake or empty. */
  String piece() {
    return switch (this) {
      case COPIED_GENUINE -> "genuine";
      case COPIED_FAKE -> "fake";
      case HONEST, FORGED -> "";
    };
  }
}
