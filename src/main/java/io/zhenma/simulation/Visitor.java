package io.zhenma.simulation;

import io.zhenma.place.Region;
import io.zhenma.scan.ConsentedPosition;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody with a phone.
 *
 * @param homeAddress the address of the home's network, IPv4 as 32 bits
 * @param network how the phone's address behaves
 * @param tellsPosition whether the person allows the page to know where the phone is
 */
record Visitor(
    UUID device,
    String phone,
    Region home,
    int homeAddress,
    Network network,
    boolean tellsPosition,
    Locale language) {
  /** How a phone's address behaves. */
  enum Network {
    /** The home's address. */
    HOME,
    /** Somewhere in the province, another place each time: a carrier's gateway. */
    GATEWAY,
    /** Anywhere in the world, another place each time. */
    VPN
  }

  /** The address of the moment, at home. */
  int address(AddressBook book, Dice dice) {
    return switch (network) {
      case HOME -> homeAddress;
      case GATEWAY -> book.addressNear(home, dice);
      case VPN -> book.abroad(dice);
    };
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

  /** Somebody of the same household, with a phone of their own in the same network. */
  Visitor companion(UUID otherDevice, String otherPhone) {
    return new Visitor(
        otherDevice, otherPhone, home, homeAddress, Network.HOME, tellsPosition, language);
  }
}
