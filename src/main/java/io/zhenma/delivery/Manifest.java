package io.zhenma.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery consists of, for whoever receives it. No code and no serial number stands in it,
 * so that it may travel unsealed.
 *
 * @param manifest format of this file; {@link #FORMAT}
 * @param kinds of the codes, in the order in which each item's stand in the files
 * @param keyId the key of the codes
 * @param firstItem number of the first item, {@code lastItem} of the last
 * @param codes in all files together
 * @param sealedFor SHA-256 of the certificate that the files are sealed for
 * @param signer SHA-256 of the certificate that signs the sealed files and the signed manifest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "manifest",
  "delivery",
  "brand",
  "batch",
  "gtin",
  "lot",
  "format",
  "kinds",
  "keyId",
  "firstItem",
  "lastItem",
  "items",
  "codes",
  "madeAt",
  "sealedFor",
  "signer",
  "files"
})
public record Manifest(
    String manifest,
    long delivery,
    String brand,
    int batch,
    String gtin,
    String lot,
    FileFormat format,
    List<String> kinds,
    int keyId,
    long firstItem,
    long lastItem,
    long items,
    long codes,
    Instant madeAt,
    @Nullable String sealedFor,
    String signer,
    List<Entry> files) {
  /** The only format there is so far. */
  public static final String FORMAT = "zhenma-delivery-1";

  /**
   * A file.
   *
   * @param name after unsealing
   * @param bytes of the plain content, {@code sha256} too
   * @param sealed the file as it travels; left out when it isn't sealed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonPropertyOrder({
    "number",
    "name",
    "firstItem",
    "lastItem",
    "codes",
    "bytes",
    "sha256",
    "sealed"
  })
  public record Entry(
      int number,
      String name,
      long firstItem,
      long lastItem,
      long codes,
      long bytes,
      String sha256,
      @Nullable SealedFile sealed) {}

  /** Name, length and SHA-256 of a sealed file. */
  public record SealedFile(String name, long bytes, String sha256) {}
}
