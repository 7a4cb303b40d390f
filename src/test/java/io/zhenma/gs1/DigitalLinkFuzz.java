package io.zhenma.gs1;

import static io.zhenma.gs1.FuzzText.require;

/** What a scanner, a browser or another application sends as a link of ours. */
public final class DigitalLinkFuzz {
  private static final String BASE = "https://zm.example.cn";

  private DigitalLinkFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    DigitalLink link;
    try {
      link = DigitalLink.parse(FuzzText.of(data));
    } catch (Gs1Exception refused) {
      require(refused.error() != null, "an error that is documented", refused);
      return;
    }
    String whole = link.at(BASE);
    require(whole.matches("HTTPS://ZM\\.EXAMPLE\\.CN/01/[!-~]+"), "printable ASCII", whole);
    require(DigitalLink.parse(whole).equals(link), "its own text is read back", whole);
    DigitalLink bare = DigitalLink.parse(link.path());
    require(
        bare.gtin().equals(link.gtin())
            && bare.serial().equals(link.serial())
            && bare.lot().equals(link.lot()),
        "the path names the item",
        whole);
    require(
        link.signedText(BASE).equals(whole) == link.signature().isEmpty(),
        "the signature covers all but itself",
        whole);
  }
}
