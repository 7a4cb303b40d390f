package io.zhenma.issuing;

import io.zhenma.crypto.CodeContent;
import java.util.Optional;

/**
 * Finds the items that codes of earlier systems stand on. Whoever keeps such codes makes the one
 * bean of it.
 */
public interface AdoptedCodes {
  /**
   * The item of a code, always as its inner one.
   *
   * @param text the code as it was printed, or the link that verifies it
   */
  Optional<CodeContent> find(long brandId, String text);
}
