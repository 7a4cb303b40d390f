package io.zhenma.delivery;

import io.zhenma.crypto.UnsealException;
import java.nio.file.Path;

/** Why a delivery was not opened, in a sentence for a person at a terminal. */
public final class UnsealRefusedException extends Exception {
  private static final long serialVersionUID = 1;

  UnsealRefusedException(String sentence) {
    super(sentence);
  }

  /** Says what is wrong with a file. */
  public static UnsealRefusedException of(Path file, UnsealException refused) {
    String name = String.valueOf(file.getFileName());
    return new UnsealRefusedException(
        switch (refused.flaw()) {
          case NOT_SEALED -> name + " is no sealed file";
          case WRONG_KEY -> name + " was not sealed for this key: is it the right .p12 file?";
          case WRONG_SIGNER ->
              name + " was not signed by this signer: is it this brand's delivery.pem?";
          case DAMAGED ->
              name + " is damaged: it was cut short or changed on its way; download it again";
          case NO_CERTIFICATE -> name + " holds no certificate";
          case NO_KEY -> name + " holds no private key, or the passphrase is another";
        });
  }
}
