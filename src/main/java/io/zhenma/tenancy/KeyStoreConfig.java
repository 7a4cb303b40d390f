package io.zhenma.tenancy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where the platform's private key is. */
@ConfigMapping(prefix = "zhenma.keystore")
interface KeyStoreConfig {
  /** The PKCS#12 file; replicas share it. */
  @WithDefault("${zhenma.data-dir:data}/keystore.p12")
  Path path();

  /** Its password; without one, a generated password is kept beside it for the owner's eyes. */
  Optional<String> password();

  /** Whether a missing keystore is made. Set to false once there are codes to lose. */
  @WithDefault("true")
  boolean create();
}
