package io.zhenma.tenancy;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import io.zhenma.crypto.PasswordCost;
import io.zhenma.crypto.PasswordHash;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.Collection;

/** Hashes and checks passwords at the cost that the operator wants. */
@ApplicationScoped
@Startup
class Passwords {
  private final PasswordCost cost;
  private final PasswordHash nobody;

  Passwords(PasswordConfig config) {
    this.cost = enough(new PasswordCost(config.memoryKib(), config.passes()), LaunchMode.current());
    this.nobody = PasswordHash.ofNobody(cost);
  }

  /**
   * Only tests may hash cheaply: they make hundreds of users.
   *
   * @throws IllegalArgumentException when the cost is too low for real passwords
   */
  static PasswordCost enough(PasswordCost cost, LaunchMode mode) {
    if (mode != LaunchMode.TEST && !cost.isEnough()) {
      throw new IllegalArgumentException(
          "zhenma.password.memory-kib and zhenma.password.passes are too low: memory is at least"
              + " 7168, and memory times passes at least 35840");
    }
    return cost;
  }

  /** The hash of the text that a password is, however it was typed. */
  String hash(String password) {
    return PasswordHash.of(text(password), cost).phc();
  }

  /** What a password is to a hash. */
  enum Match {
    NONE,
    CURRENT,
    /** It is the password, but the hash is of another cost, or of its bytes instead of its text. */
    OUTDATED
  }

  Match match(String phc, String password) {
    PasswordHash hash = new PasswordHash(phc);
    String text = text(password);
    if (hash.matches(text)) {
      return hash.costs(cost) ? Match.CURRENT : Match.OUTDATED;
    }
    return !text.equals(password) && hash.matches(password) ? Match.OUTDATED : Match.NONE;
  }

  /**
   * @see PasswordRules#require
   */
  void requireStrong(String field, String password, Collection<String> personal) {
    PasswordRules.require(field, text(password), personal);
  }

  /** One way to write each text (NFKC): keyboards differ in how they write é or a wide letter. */
  private static String text(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  /** A hash that no password has; checking it takes as long as checking a real one. */
  String nobody() {
    return nobody.phc();
  }
}
