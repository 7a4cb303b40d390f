package io.zhenma.place;

import java.net.InetAddress;

/** A table from network addresses of one version to names of places. Safe for all threads. */
interface AddressData {

  /** The record of the address, {@link AddressRecord#NONE} where the table has none. */
  AddressRecord lookUp(InetAddress address);

  /** Length of the addresses the table is about: 4 or 16 bytes. */
  int addressBytes();
}
