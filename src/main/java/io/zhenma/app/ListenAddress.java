package io.zhenma.app;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;

/**
 * Where the server listens: an evaluation's passwords are known, so only this machine reaches it.
 */
final class ListenAddress {
  private static final String HOST = "quarkus.http.host";

  /** What somebody configured stands above this, the framework's own default below. */
  private static final int LEAST_CONFIGURED_ORDINAL = 100;

  private ListenAddress() {}

  /** Decides before the server starts; to be called once it is known whether this is a demo. */
  static void prepare() {
    SmallRyeConfig config = ConfigUtils.configBuilder().build();
    boolean demo = config.getOptionalValue(DatabaseChoice.DEMO, Boolean.class).orElse(false);
    var host = config.getConfigValue(HOST);
    boolean configured =
        host.getValue() != null && host.getConfigSourceOrdinal() >= LEAST_CONFIGURED_ORDINAL;
    if (demo && !configured) {
      System.setProperty(HOST, "127.0.0.1");
    }
  }
}
