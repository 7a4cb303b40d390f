package io.zhenma.app;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Where health and metrics are: on the usual port unless another program has it and nobody asked
 * for this one. A second evaluation beside the first must not fail for a port that nobody looks at.
 */
final class ManagementPort {
  static final String PORT = "quarkus.management.port";
  private static final String HOST = "quarkus.management.host";

  /** Environment and system properties stand above this, the application's own file below. */
  private static final int LEAST_CHOSEN_ORDINAL = 260;

  private ManagementPort() {}

  /** Decides before the server starts. */
  static void prepare() {
    SmallRyeConfig config = ConfigUtils.configBuilder().build();
    var port = config.getConfigValue(PORT);
    if (port.getConfigSourceOrdinal() >= LEAST_CHOSEN_ORDINAL || port.getValue() == null) {
      return;
    }
    int usual = Integer.parseInt(port.getValue());
    String host = config.getOptionalValue(HOST, String.class).orElse("127.0.0.1");
    if (!isFree(host, usual)) {
      System.setProperty(PORT, Integer.toString(anyFree(host)));
    }
  }

  private static boolean isFree(String host, int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(host, port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  private static int anyFree(String host) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(host, 0));
      return probe.getLocalPort();
    } catch (IOException none) {
      return 0;
    }
  }
}
