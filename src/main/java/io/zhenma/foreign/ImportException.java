package io.zhenma.foreign;

/** The file as a whole cannot be taken. */
final class ImportException extends Exception {
  private static final long serialVersionUID = 1;

  private final ImportFailure failure;
  private final long line;
  private final String detail;

  /**
   * @param line where it shows, counted from 1, or 0 for the whole file
   * @param detail a name or number that the message holds, or ""
   */
  ImportException(ImportFailure failure, long line, String detail) {
    super(failure.slug());
    this.failure = failure;
    this.line = line;
    this.detail = detail;
  }

  ImportFailure failure() {
    return failure;
  }

  long line() {
    return line;
  }

  String detail() {
    return detail;
  }
}
