package io.zhenma.crypto;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhenma.gs1.SerialNumber;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Public signature keys as a JWK set (RFC 7517). Ed25519 is an octet key pair (RFC 8037, 2). SM2
 * has no registered name, so it stands as an elliptic-curve key with the private names {@code SM2}
 * for curve and algorithm (RFC 7517, 4.4). {@code kid} is the first character of the key's serial
 * numbers.
 */
final class JwkSet {
  private static final int LONGEST = 64 * 1024;
  private static final int COORDINATE_BYTES = 32;
  private static final byte UNCOMPRESSED = 4;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JwkSet() {}

  static String write(SortedMap<Integer, CodeVerifier> keys) {
    ObjectNode set = JSON.createObjectNode();
    ArrayNode list = set.putArray("keys");
    keys.forEach((keyId, key) -> write(list.addObject(), keyId, key));
    return set.toString();
  }

  private static void write(ObjectNode jwk, int keyId, CodeVerifier key) {
    byte[] bytes = key.publicKey();
    jwk.put("kid", SerialNumber.keyName(keyId)).put("use", "sig");
    switch (key.suite()) {
      case AES_ED25519 ->
          jwk.put("kty", "OKP")
              .put("crv", "Ed25519")
              .put("alg", "EdDSA")
              .put("x", base64(bytes, 0));
      case SM4_SM2 ->
          jwk.put("kty", "EC")
              .put("crv", "SM2")
              .put("alg", "SM2")
              .put("x", base64(bytes, 1))
              .put("y", base64(bytes, 1 + COORDINATE_BYTES));
    }
  }

  private static String base64(byte[] bytes, int from) {
    byte[] part = java.util.Arrays.copyOfRange(bytes, from, from + COORDINATE_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(part);
  }

  static Map<Integer, CodeVerifier> read(String json) {
    JsonNode set = tree(json);
    if (!set.path("keys").isArray()) {
      throw new IllegalArgumentException("no JWK set: it has no list \"keys\"");
    }
    Map<Integer, CodeVerifier> keys = new TreeMap<>();
    for (JsonNode jwk : set.path("keys")) {
      OptionalInt keyId = SerialNumber.keyId(text(jwk, "kid"));
      String type = text(jwk, "kty") + " " + text(jwk, "crv");
      boolean known = type.equals("OKP Ed25519") || type.equals("EC SM2");
      if (known && keyId.isPresent() && isForSignatures(jwk)) {
        CodeVerifier key = type.equals("EC SM2") ? sm2(jwk) : ed25519(jwk);
        if (keys.put(keyId.getAsInt(), key) != null) {
          throw new IllegalArgumentException("two keys with the id " + text(jwk, "kid"));
        }
      }
    }
    return keys;
  }

  private static JsonNode tree(String json) {
    if (json.length() > LONGEST) {
      throw new IllegalArgumentException("longer than a JWK set may be");
    }
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException("no JWK set: no JSON", malformed);
    }
  }

  private static boolean isForSignatures(JsonNode jwk) {
    return jwk.path("use").isMissingNode() || text(jwk, "use").equals("sig");
  }

  private static CodeVerifier ed25519(JsonNode jwk) {
    return CodeVerifier.of(CodeSuite.AES_ED25519, coordinate(jwk, "x"));
  }

  private static CodeVerifier sm2(JsonNode jwk) {
    byte[] point = new byte[1 + 2 * COORDINATE_BYTES];
    point[0] = UNCOMPRESSED;
    System.arraycopy(coordinate(jwk, "x"), 0, point, 1, COORDINATE_BYTES);
    System.arraycopy(coordinate(jwk, "y"), 0, point, 1 + COORDINATE_BYTES, COORDINATE_BYTES);
    return CodeVerifier.of(CodeSuite.SM4_SM2, point);
  }

  private static byte[] coordinate(JsonNode jwk, String name) {
    byte[] bytes = Base64.getUrlDecoder().decode(text(jwk, name));
    if (bytes.length != COORDINATE_BYTES) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "\"%s\" has not 32 bytes", name));
    }
    return bytes;
  }

  private static String text(JsonNode jwk, String name) {
    return jwk.path(name).asText("");
  }
}
