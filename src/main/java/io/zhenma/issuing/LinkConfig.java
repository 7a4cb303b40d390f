package io.zhenma.issuing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where the codes lead. */
@ConfigMapping(prefix = "zhenma.link")
public interface LinkConfig {
  /** Scheme and host of new batches' links; must stay reachable for as long as the goods exist. */
  @WithDefault("http://localhost:${quarkus.http.port}")
  URI base();
}
