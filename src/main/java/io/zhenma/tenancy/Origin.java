package io.zhenma.tenancy;

import java.util.List;
import java.util.Optional;

/**
 * Where a try to sign in comes from.
 *
 * @param network the block of addresses (/24, /48) of a public address; a private one whole;
 *     "unknown" when there is none
 * @param isPublic whether the address is one of the public internet, so that few share its block
 * @param device browser and system, as they call themselves
 * @param browsers as whose known browser it shows itself
 */
record Origin(String network, boolean isPublic, String device, List<KnownBrowser> browsers) {
  Origin {
    browsers = List.copyOf(browsers);
  }

  Optional<KnownBrowser> browserOf(Optional<AppUser> user) {
    return user.flatMap(
        somebody -> browsers.stream().filter(browser -> browser.isOf(somebody)).findFirst());
  }
}
