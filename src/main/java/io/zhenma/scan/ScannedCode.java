package io.zhenma.scan;

import io.zhenma.foreign.ForeignLink;
import io.zhenma.gs1.DigitalLink;
import io.zhenma.gs1.Gs1Exception;
import io.zhenma.gs1.LinkReader;
import java.util.Optional;

/** What was read off an item. */
public sealed interface ScannedCode {
  /** Below the host, with a leading slash: where it is verified. */
  String path();

  /** What people compare with the label. */
  String text();

  /** A link that this platform made. */
  record Issued(DigitalLink link) implements ScannedCode {
    @Override
    public String path() {
      return link.path();
    }

    @Override
    public String text() {
      return link.serial().value();
    }
  }

  /** A code that an earlier system of a brand made. */
  record Foreign(ForeignLink link) implements ScannedCode {
    @Override
    public String path() {
      return link.path();
    }

    @Override
    public String text() {
      return link.code();
    }
  }

  /**
   * Reads a link of either kind, whole or its path, or GTIN and serial number, whatever others
   * added.
   *
   * @throws Gs1Exception when it is neither
   */
  static ScannedCode parse(String text) {
    Optional<ForeignLink> foreign = ForeignLink.parse(text);
    return foreign.isPresent() ? new Foreign(foreign.get()) : new Issued(LinkReader.read(text));
  }
}
