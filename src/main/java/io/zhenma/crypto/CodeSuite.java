package io.zhenma.crypto;

/** The algorithms of a brand's codes: which block cipher FF1 runs on, and which signature. */
public enum CodeSuite {
  /** AES-256 (FIPS 197) and Ed25519 (RFC 8032). */
  AES_ED25519 {
    @Override
    BlockPermutation permutation(SecretKey256 key) {
      return BlockPermutation.aes(key.bytes());
    }
  },
  /**
   * SM4 (GB/T 32907) and SM2 with SM3 (GB/T 32918, GB/T 32905), for customers under China's rules
   * for commercial cryptography.
   */
  SM4_SM2 {
    @Override
    BlockPermutation permutation(SecretKey256 key) {
      return BlockPermutation.sm4(key);
    }
  };

  abstract BlockPermutation permutation(SecretKey256 key);
}
