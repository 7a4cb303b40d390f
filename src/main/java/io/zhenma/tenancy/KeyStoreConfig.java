package io.zhenma.tenancy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where the platform's private key is. */
@ConfigMapping(prefix = "zhenma.keystore")
public interface KeyStoreConfig {
  @WithDefault("pkcs12")
  KeyStoreType type();

  /** The PKCS#12 file; replicas share it. */
  @WithDefault("${zhenma.data-dir:data}/keystore.p12")
  Path path();

  /** Its password; without one, a generated password is kept beside it for the owner's eyes. */
  Optional<String> password();

  /** Whether a missing keystore is made. Set to false once there are codes to lose. */
  @WithDefault("true")
  boolean create();

  Pkcs11 pkcs11();

  /** A token in place of the file. */
  interface Pkcs11 {
    /** The token's PKCS#11 library, such as {@code /usr/lib/softhsm/libsofthsm2.so}. */
    Optional<Path> library();

    /** The slot's id; slots may be numbered anew, so the label is the better name. */
    Optional<Long> slot();

    /** The token's label. */
    Optional<String> token();

    Optional<String> pin();

    /** The label of the key pair and its certificate in the token. */
    @WithDefault("zhenma-platform")
    String keyLabel();
  }
}
