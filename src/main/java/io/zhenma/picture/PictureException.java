package io.zhenma.picture;

/** A picture that is not taken; {@link #fault()} says why. */
public final class PictureException extends Exception {
  private static final long serialVersionUID = 1;

  private final PictureFault fault;

  PictureException(PictureFault fault) {
    super("a picture was refused: " + fault.slug());
    this.fault = fault;
  }

  public PictureFault fault() {
    return fault;
  }
}
