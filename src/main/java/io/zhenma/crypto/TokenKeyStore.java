package io.zhenma.crypto;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.cert.Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

/**
 * The platform's key pair in a PKCS#11 token (OASIS PKCS#11 2.40), such as a hardware security
 * module: the private key is made there, is sensitive and not extractable, and decrypts there.
 */
public final class TokenKeyStore {
  private final Path library;
  private final Optional<Long> slot;
  private final Optional<String> token;
  private final char[] pin;
  private final String keyLabel;

  /**
   * @param library the token's PKCS#11 library
   * @param slot the slot's id; when empty, the slot of {@code token}
   * @param token the token's label; when this is empty too, the first slot
   * @param keyLabel the label of the key and its certificate
   */
  public TokenKeyStore(
      Path library, Optional<Long> slot, Optional<String> token, char[] pin, String keyLabel) {
    this.library = library;
    this.slot = slot;
    this.token = token;
    this.pin = pin.clone();
    this.keyLabel = keyLabel;
  }

  /**
   * Signs in to the token and finds the key, or makes it when there is none and {@code mayCreate}.
   * A wrong PIN is tried once; tokens lock after a few.
   *
   * @throws KeyVaultException when the library, the token or the key is missing, or the PIN is
   *     wrong
   */
  public KeyVault open(boolean mayCreate) {
    Provider provider = provider();
    try {
      KeyStore store = signedIn(provider);
      if (!store.containsAlias(keyLabel)) {
        refuseSeveral(store);
        if (!mayCreate) {
          throw new KeyVaultException(
              String.format(
                  Locale.ROOT,
                  "the token has no key \"%s\" with a certificate of the same id",
                  keyLabel));
        }
        PlatformKeyPair fresh = PlatformKeyPair.freshIn(provider);
        store.setKeyEntry(
            keyLabel, fresh.privateKey(), null, new Certificate[] {fresh.certificate()});
      }
      return vault(store, provider);
    } catch (GeneralSecurityException | ProviderException failure) {
      throw new KeyVaultException("the token refused: " + failure.getMessage(), failure);
    }
  }

  private Provider provider() {
    TokenProvider tokens = new TokenProvider(library);
    return tokens.slot(
        slot.map(id -> "slot = " + id)
            .orElseGet(
                () ->
                    "slotListIndex = "
                        + token.map(label -> TokenSlots.indexOf(tokens, label)).orElse(0)));
  }

  private KeyStore signedIn(Provider provider) throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS11", provider);
      store.load(null, pin);
      return store;
    } catch (IOException refused) {
      throw new KeyVaultException("the token refused to let us in: " + reason(refused), refused);
    }
  }

  /** The provider hides the token's own word, such as CKR_PIN_INCORRECT, below its exceptions. */
  private static String reason(Throwable refused) {
    String deepest = "";
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      deepest = cause.getMessage() == null ? deepest : cause.getMessage();
    }
    return switch (deepest) {
      case "CKR_PIN_INCORRECT", "CKR_PIN_INVALID", "CKR_PIN_LEN_RANGE" ->
          "the PIN is wrong (a token locks after a few wrong ones)";
      case "CKR_PIN_LOCKED" -> "its PIN is locked";
      default -> deepest;
    };
  }

  /** Two keys of one label get longer aliases; a third must not be made. */
  private void refuseSeveral(KeyStore store) throws GeneralSecurityException {
    if (Collections.list(store.aliases()).stream()
        .anyMatch(alias -> alias.startsWith(keyLabel + "/"))) {
      throw new KeyVaultException(
          String.format(Locale.ROOT, "the token has several keys \"%s\"", keyLabel));
    }
  }

  private KeyVault vault(KeyStore store, Provider provider) throws GeneralSecurityException {
    if (store.getKey(keyLabel, null) instanceof PrivateKey key
        && store.getCertificate(keyLabel).getPublicKey() instanceof RSAPublicKey publicKey) {
      return new KeyVault(publicKey, new TokenOaep(key, publicKey, provider));
    }
    throw new KeyVaultException(
        String.format(Locale.ROOT, "the token's key \"%s\" is no RSA key pair", keyLabel));
  }
}
