package io.zhenma.alert;

import io.zhenma.crypto.DataCipher;
import io.zhenma.crypto.WebhookSecret;
import io.zhenma.sql.Sql;
import io.zhenma.tenancy.BrandKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The secrets of webhooks, encrypted under their brand's key. */
@ApplicationScoped
class WebhookSecrets {
  private static final String VALID =
      "SELECT version, sealed FROM webhook_secret WHERE brand_id = ? AND subscription_id = ?"
          + " AND (valid_until IS NULL OR valid_until > UTC_TIMESTAMP(3)) ORDER BY version DESC LIMIT 3";

  private final BrandKeys keys;
  private final AlertConfig config;

  WebhookSecrets(BrandKeys keys, AlertConfig config) {
    this.keys = keys;
    this.config = config;
  }

  /** A new present secret; those before it go on signing for the time of the overlap. */
  WebhookSecret make(Connection connection, long brandId, long subscriptionId) throws SQLException {
    Sql.update(
        connection,
        "DELETE FROM webhook_secret WHERE brand_id = ? AND subscription_id = ?"
            + " AND valid_until <= UTC_TIMESTAMP(3)",
        List.of(brandId, subscriptionId));
    Sql.update(
        connection,
        "UPDATE webhook_secret SET valid_until = UTC_TIMESTAMP(3) + INTERVAL ? SECOND"
            + " WHERE brand_id = ? AND subscription_id = ? AND valid_until IS NULL",
        List.of(config.secretOverlap().toSeconds(), brandId, subscriptionId));
    int version =
        1
            + Sql.list(
                    connection,
                    "SELECT COALESCE(MAX(version), 0) FROM webhook_secret"
                        + " WHERE brand_id = ? AND subscription_id = ?",
                    List.of(brandId, subscriptionId),
                    row -> row.getInt(1))
                .get(0);
    WebhookSecret secret = WebhookSecret.random();
    Sql.update(
        connection,
        "INSERT INTO webhook_secret (brand_id, subscription_id, version, sealed, created_at)"
            + " VALUES (?, ?, ?, ?, UTC_TIMESTAMP(3))",
        List.of(
            brandId,
            subscriptionId,
            version,
            secret.sealed(keys.fieldCipher(brandId), context(brandId, subscriptionId, version))));
    return secret;
  }

  /** Those that sign now, the present one first. */
  List<WebhookSecret> valid(Connection connection, long brandId, long subscriptionId)
      throws SQLException {
    DataCipher cipher = keys.fieldCipher(brandId);
    return Sql.list(
        connection,
        VALID,
        List.of(brandId, subscriptionId),
        row ->
            WebhookSecret.open(
                row.getBytes("sealed"),
                cipher,
                context(brandId, subscriptionId, row.getInt("version"))));
  }

  private static String context(long brandId, long subscriptionId, int version) {
    return "webhook_secret:" + brandId + ":" + subscriptionId + ":" + version;
  }
}
