package io.zhenma.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps webhooks out of networks that are not public: whoever enters a URL must not reach the
 * platform's neighbours or a cloud's metadata through it. Names are resolved here, once, and the
 * caller connects to the address that was checked, so that a name can't change in between.
 */
@ApplicationScoped
class NetworkGuard {
  /** Of the registries of special-purpose addresses (RFC 6890): what is not globally reachable. */
  private static final List<Network> SPECIAL =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              // Tunnels and documentation within what is global otherwise
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20")
          .map(Network::parse)
          .toList();

  private static final Network GLOBAL_IPV6 = Network.parse("2000::/3");

  private final List<Network> allowed;
  private final boolean loopback;

  @Inject
  NetworkGuard(AlertConfig config) {
    this(
        config.webhook().allowedNetworks().orElse(List.of()).stream().map(Network::parse).toList(),
        config.webhook().allowLoopback());
  }

  NetworkGuard(List<Network> allowed, boolean loopback) {
    this.allowed = allowed;
    this.loopback = loopback;
  }

  /** The address is not to be called. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;
  }

  /**
   * The address to connect to.
   *
   * @param secure whether the connection will be by TLS; without it only this machine itself
   * @throws RefusedException when any of the host's addresses must not be called
   * @throws UnknownHostException when it has none
   */
  InetAddress resolve(String host, boolean secure) throws UnknownHostException, RefusedException {
    InetAddress[] found = InetAddress.getAllByName(host);
    boolean fine =
        Arrays.stream(found)
            .allMatch(
                address ->
                    (secure && mayCall(address)) || (loopback && address.isLoopbackAddress()));
    if (!fine) {
      throw new RefusedException();
    }
    return found[0];
  }

  boolean mayCall(InetAddress address) {
    return allowed.stream().anyMatch(network -> network.contains(address)) || isPublic(address);
  }

  private static boolean isPublic(InetAddress address) {
    boolean global = address.getAddress().length == 4 || GLOBAL_IPV6.contains(address);
    return global && SPECIAL.stream().noneMatch(network -> network.contains(address));
  }
}
