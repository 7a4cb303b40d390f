package io.zhenma.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A printing house as the API shows it.
 *
 * @param subject the name in its certificate
 * @param key kind and size of its key, such as {@code RSA 3072}
 * @param fingerprint SHA-256 of the certificate in hexadecimal: compare it by telephone
 * @param validUntil after that its certificate has expired
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PrintingHouseView(
    long id,
    String name,
    String subject,
    String key,
    String fingerprint,
    Instant validUntil,
    boolean active,
    Instant createdAt,
    @Nullable Instant deactivatedAt) {}
