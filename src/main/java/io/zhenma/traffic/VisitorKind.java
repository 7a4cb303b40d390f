package io.zhenma.traffic;

import java.util.Locale;

/** Who looks at an item. */
public enum VisitorKind {
  /** Somebody with the item in hand, or whom nothing tells from one. */
  PERSON,
  /** An app that shows a picture and a title of a link that somebody sent. */
  PREVIEW,
  /** A crawler of a search engine, or of what answers questions nowadays. */
  SEARCH_ENGINE,
  /** A mail gateway, a messenger or a virus scanner that opens links before people do. */
  SECURITY_SCANNER,
  /** Any other program: monitoring, scripts, browsers driven by scripts. */
  AUTOMATION;

  /**
   * Whether this is anything but a person. An automated look is kept and labelled; it is never an
   * item's first check, is no evidence of a copy and counts in no report unless it is asked for.
   */
  public boolean isAutomated() {
    return this != PERSON;
  }

  /** Such as {@code search-engine}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
