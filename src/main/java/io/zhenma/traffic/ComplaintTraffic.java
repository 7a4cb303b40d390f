package io.zhenma.traffic;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many complaints may be tried. Limits are of one replica. */
@ConfigMapping(prefix = "zhenma.complaints.tries")
interface ComplaintTraffic {
  /** Of a device in an hour, whatever becomes of them. */
  @WithDefault("10")
  int perDevice();

  /** About items of one brand in a day, of a block of addresses. */
  @WithDefault("100")
  int perBlock();

  /** About unknown codes in a day, of a block of addresses that many people may share. */
  @WithDefault("20")
  int unknownPerBlock();

  /** The same of a block in a data centre. */
  @WithDefault("5")
  int unknownPerRentedBlock();

  /** About items of one brand in a day, of a private address: whoever is behind the proxy. */
  @WithDefault("1000")
  int perPrivateBlock();

  /** The same about unknown codes. */
  @WithDefault("200")
  int unknownPerPrivateBlock();
}
