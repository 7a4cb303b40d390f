package io.zhenma.label;

/**
 * A label or a template that can't be printed so that it scans. The message names the value and the
 * limit, in words fit to show to whoever chose the template.
 */
public final class LabelException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  LabelException(String message) {
    super(message);
  }
}
