package io.zhenma.simulation;

import io.zhenma.place.Region;
import io.zhenma.scan.ConsentedPosition;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody with a phone.
 *
 * @param homeAddress the address of the home's line, IPv4 as 32 bits
 * @param mobile share of the looks on mobile data
 * @param tunnel through which VPN this person mostly comes
 * @param tunnelAddress where that comes out
 * @param forgetful whether the browser keeps no cookies, so that each look is a new device
 * @param tellsPosition whether the person allows the page to know where the phone is
 */
record Visitor(
    UUID device,
    String phone,
    Region home,
    int homeAddress,
    double mobile,
    Tunnel tunnel,
    int tunnelAddress,
    boolean forgetful,
    boolean tellsPosition,
    Locale language) {
  /** Where a VPN comes out. */
  enum Tunnel {
    NONE,
    ABROAD,
    /** On a rented machine. */
    RENTED,
    /** In an office or at a provider that looks like a line in another place of the country. */
    HIDDEN
  }

  /** Where the phone is while its owner is in that place, some kilometres from its middle. */
  Optional<ConsentedPosition> position(Region place, Dice dice) {
    if (!tellsPosition) {
      return Optional.empty();
    }
    return Optional.of(
        new ConsentedPosition(
            place.centre().latitude() + dice.between(-0.06, 0.06),
            place.centre().longitude() + dice.between(-0.06, 0.06),
            Math.round(dice.logBetween(8, 400))));
  }

  /** Somebody of the same household, with a phone of their own. */
  Visitor companion(UUID otherDevice, String otherPhone, double theirMobile, boolean theyForget) {
    return new Visitor(
        otherDevice,
        otherPhone,
        home,
        homeAddress,
        theirMobile,
        Tunnel.NONE,
        homeAddress,
        theyForget,
        tellsPosition,
        language);
  }

  /** The same person at somebody else's home. */
  Visitor visiting(Visitor host) {
    return new Visitor(
        device,
        phone,
        host.home,
        host.homeAddress,
        mobile,
        tunnel,
        tunnelAddress,
        forgetful,
        tellsPosition,
        language);
  }

  /** The same phone in another app, with its own cookies. */
  Visitor otherApp(UUID otherDevice, String otherHeader) {
    return new Visitor(
        otherDevice,
        otherHeader,
        home,
        homeAddress,
        mobile,
        tunnel,
        tunnelAddress,
        forgetful,
        tellsPosition,
        language);
  }

  Visitor onMobileData() {
    return withMemory(1, forgetful);
  }

  Visitor inPrivate() {
    return withMemory(mobile, true);
  }

  private Visitor withMemory(double newMobile, boolean newForgetful) {
    return new Visitor(
        device,
        phone,
        home,
        homeAddress,
        newMobile,
        tunnel,
        tunnelAddress,
        newForgetful,
        tellsPosition,
        language);
  }
}
