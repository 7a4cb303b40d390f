package io.zhenma.foreign;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Bytes of a field as text: strictly UTF-8, and a guess at what they are when they are not. */
final class FieldText {
  private static final List<String> GUESSES = List.of("GBK", "GB18030");

  private FieldText() {}

  static Optional<String> utf8(byte[] bytes, int length) {
    return decoded(StandardCharsets.UTF_8, bytes, length);
  }

  /** As far as it can be read, for fields that are refused anyway. */
  static String roughly(byte[] bytes, int length) {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /** The name of an encoding in which the bytes make sense, or "" when none of those known does. */
  static String looksLike(byte[] bytes, int length) {
    return GUESSES.stream()
        .filter(Charset::isSupported)
        .filter(name -> decoded(Charset.forName(name), bytes, length).isPresent())
        .findFirst()
        .orElse("");
  }

  private static Optional<String> decoded(Charset charset, byte[] bytes, int length) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, 0, length))
              .toString());
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }
}
