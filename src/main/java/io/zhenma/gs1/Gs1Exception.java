package io.zhenma.gs1;

/**
 * A text that is no GTIN, serial number or Digital Link; {@link #error()} says which rule it
 * breaks.
 */
public final class Gs1Exception extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final Gs1Error error;

  Gs1Exception(Gs1Error error, String message) {
    super(message);
    this.error = error;
  }

  public Gs1Error error() {
    return error;
  }
}
