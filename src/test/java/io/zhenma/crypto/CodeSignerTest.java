package io.zhenma.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenma.gs1.LinkSignature;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodeSignerTest {
  private static final String LINK = "HTTPS://ZM.EXAMPLE/01/06901234567892/21/10000000000000000000";

  @ParameterizedTest
  @EnumSource
  void whatIsSignedIsVerifiedWithThePublicKeyAlone(CodeSuite suite) {
    CodeSigner signer = CodeSigner.of(suite, CodeSigner.newKey(suite));
    CodeVerifier stranger = CodeVerifier.of(suite, signer.verifier().publicKey());

    assertThatCode(() -> stranger.verify(LINK, signer.sign(LINK))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource
  void theSameLinkGetsTheSameSignatureEveryTime(CodeSuite suite) {
    SecretKey256 key = CodeSigner.newKey(suite);

    assertThat(CodeSigner.of(suite, key).sign(LINK))
        .isEqualTo(CodeSigner.of(suite, key).sign(LINK));
  }

  @ParameterizedTest
  @EnumSource
  void anotherLinkAnotherKeyAndEveryFlippedBitAreRefused(CodeSuite suite) {
    CodeSigner signer = CodeSigner.of(suite, CodeSigner.newKey(suite));
    CodeVerifier verifier = signer.verifier();
    LinkSignature signature = signer.sign(LINK);

    assertThatThrownBy(() -> verifier.verify(LINK + "0", signature))
        .isInstanceOf(BadSignatureException.class);
    assertThatThrownBy(
            () -> CodeSigner.of(suite, CodeSigner.newKey(suite)).verifier().verify(LINK, signature))
        .isInstanceOf(BadSignatureException.class);
    for (int bit = 0; bit < LinkSignature.BYTES * 8; bit++) {
      byte[] bytes = signature.bytes();
      bytes[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThatThrownBy(() -> verifier.verify(LINK, LinkSignature.of(bytes)))
          .as("bit %d", bit)
          .isInstanceOf(BadSignatureException.class);
    }
  }

  /** RFC 8032, 7.1, test 2: one byte of message. */
  @Test
  void ed25519SignsAsTheRfcPublishedIt() {
    CodeSigner signer =
        CodeSigner.of(
            CodeSuite.AES_ED25519,
            new SecretKey256(
                hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")));

    assertThat(signer.verifier().publicKey())
        .isEqualTo(hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
    assertThat(signer.sign("\u0072").bytes())
        .isEqualTo(
            hex(
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                    + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
  }

  /** GB/T 32905-2016, appendix A.1: the hash under SM2's signatures. */
  @Test
  void sm3HashesAsTheStandardPublishedIt() {
    SM3Digest sm3 = new SM3Digest();
    sm3.update(new byte[] {'a', 'b', 'c'}, 0, 3);
    byte[] hash = new byte[sm3.getDigestSize()];
    sm3.doFinal(hash, 0);

    assertThat(hash)
        .isEqualTo(hex("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"));
  }

  /** GB/T 32918.5-2017, appendix A.2: the example on the recommended curve. */
  @Test
  void sm2VerifiesTheStandardsOwnExample() {
    byte[] publicKey =
        hex(
            "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13");
    LinkSignature signature =
        LinkSignature.of(
            hex(
                "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
                    + "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa"));

    CodeVerifier verifier = CodeVerifier.of(CodeSuite.SM4_SM2, publicKey);
    assertThatCode(() -> verifier.verify("message digest", signature)).doesNotThrowAnyException();
    assertThatThrownBy(() -> verifier.verify("message digesT", signature))
        .isInstanceOf(BadSignatureException.class);
    assertThat(
            CodeSigner.of(
                    CodeSuite.SM4_SM2,
                    new SecretKey256(
                        hex("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8")))
                .verifier()
                .publicKey())
        .isEqualTo(publicKey);
  }

  @Test
  void anotherSm2ImplementationReadsOurSignatures() {
    CodeSigner signer = CodeSigner.of(CodeSuite.SM4_SM2, CodeSigner.newKey(CodeSuite.SM4_SM2));
    byte[] bytes = signer.sign(LINK).bytes();
    SM2Signer theirs =
        Sm2.signer(
            false,
            new ECPublicKeyParameters(
                Sm2.CURVE.getCurve().decodePoint(signer.verifier().publicKey()), Sm2.CURVE));
    byte[] message = LINK.getBytes(StandardCharsets.UTF_8);
    theirs.update(message, 0, message.length);

    assertThat(theirs.verifySignature(bytes)).isTrue();
    assertThat(new BigInteger(1, bytes, 0, 32)).isLessThan(Sm2.CURVE.getN());
  }

  @Test
  void sm2TakesNoScalarOutsideTheGroup() {
    byte[] order = Sm2.CURVE.getN().toByteArray();
    byte[] n = java.util.Arrays.copyOfRange(order, order.length - 32, order.length);

    assertThatThrownBy(() -> CodeSigner.of(CodeSuite.SM4_SM2, new SecretKey256(n)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CodeSigner.of(CodeSuite.SM4_SM2, new SecretKey256(new byte[32])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
