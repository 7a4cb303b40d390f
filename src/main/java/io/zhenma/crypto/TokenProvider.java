package io.zhenma.crypto;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.Locale;

/** Makes the JDK's PKCS#11 provider for a slot of a library. It is not registered with the JVM. */
record TokenProvider(Path library) {
  /** Keys made in the token are not to be had out of it. */
  private static final String CONFIGURATION =
      """
      --name = Zhenma
      library = "%s"
      %s
      attributes(generate, CKO_PRIVATE_KEY, CKK_RSA) = {
        CKA_SENSITIVE = true
        CKA_EXTRACTABLE = false
        CKA_DECRYPT = true
        CKA_SIGN = true
      }
      """;

  TokenProvider {
    if (!Files.isReadable(library)) {
      throw new KeyVaultException("the PKCS#11 library " + library + " is not there or unreadable");
    }
  }

  /**
   * @param slot the line of the provider's configuration that names the slot
   * @throws KeyVaultException when the library cannot be loaded or has no such slot
   */
  Provider slot(String slot) {
    Provider jdk = Security.getProvider("SunPKCS11");
    if (jdk == null) {
      throw new KeyVaultException("this Java runtime lacks the module jdk.crypto.cryptoki");
    }
    try {
      return jdk.configure(
          String.format(
              Locale.ROOT, CONFIGURATION, library.toString().replace("\\", "\\\\"), slot));
    } catch (ProviderException refused) {
      Throwable why = refused.getCause() == null ? refused : refused.getCause();
      throw new KeyVaultException(
          String.format(
              Locale.ROOT, "the PKCS#11 library %s refused: %s", library, why.getMessage()),
          refused);
    }
  }
}
