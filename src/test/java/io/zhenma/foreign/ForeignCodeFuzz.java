package io.zhenma.foreign;

import static io.zhenma.gs1.FuzzText.require;

import io.zhenma.gs1.FuzzText;
import java.util.Optional;

/** What lists hold as codes, and where redirects of old addresses lead. */
public final class ForeignCodeFuzz {
  private ForeignCodeFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    String text = FuzzText.of(data);
    code(text, false);
    code(text, true);
    link("/c/tea/" + text);
    link(text);
  }

  private static void code(String text, boolean ignoreCase) {
    ForeignCode code;
    try {
      code = ForeignCode.parse(text, ignoreCase);
    } catch (ForeignCodeException refused) {
      require(refused.fault() != null, "a fault that is documented", refused);
      return;
    }
    require(code.text().length() <= ForeignCode.LONGEST, "bounded", code);
    require(code.equals(ForeignCode.parse(code.text(), ignoreCase)), "read again, the same", code);
    require(Shown.of(code.text(), ForeignCode.LONGEST).equals(code.text()), "all visible", code);
    require(code.hash().length == ForeignCode.HASH_BYTES, "a whole hash", code);
    if (code.text().matches("(?s)https?://.*")) {
      require(code.text().matches("[!-~]+"), "an address is printable ASCII", code);
    }
    if (!ignoreCase) {
      link(new ForeignLink("tea", code.text()).path());
      require(
          ForeignLink.parse(new ForeignLink("tea", code.text()).path())
              .equals(Optional.of(new ForeignLink("tea", code.text()))),
          "a code survives being a link",
          code);
    }
  }

  private static void link(String text) {
    Optional<ForeignLink> link = ForeignLink.parse(text);
    if (link.isPresent()) {
      String path = link.get().path();
      require(path.matches("/c/[a-z0-9-]+/[A-Za-z0-9._~%-]+"), "a plain path", path);
      require(ForeignLink.parse(path).equals(link), "its own path is read back", path);
    }
  }
}
