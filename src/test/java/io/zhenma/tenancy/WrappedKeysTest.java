package io.zhenma.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.crypto.KeyVault;
import io.zhenma.crypto.KeyVaultException;
import io.zhenma.crypto.PlatformKeyStore;
import io.zhenma.crypto.SecretKey256;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moving all data keys to another keystore, on a copy of the table's shape. */
@QuarkusTest
@Tag("database")
class WrappedKeysTest {
  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  @Inject
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  @Inject
  String user;

  @ConfigProperty(name = "quarkus.datasource.password")
  @Inject
  String password;

  @TempDir Path folder;
  private Connection connection;
  private KeyVault before;
  private KeyVault after;

  /** A temporary table hides the real one from this connection alone. */
  @BeforeEach
  void fillATableOfItsOwn() throws SQLException {
    connection = DriverManager.getConnection(url, user, password);
    before = store("before").open(true);
    after = store("after").open(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TEMPORARY TABLE data_key (brand_id BIGINT, purpose VARCHAR(20), key_id INT,"
              + " wrapped VARBINARY(1024), PRIMARY KEY (brand_id, purpose, key_id))"
              + " ENGINE = InnoDB");
    }
    insert(0, KeyPurpose.DEVICE, 1, before);
    for (int brand = 1; brand <= 3; brand++) {
      insert(brand, KeyPurpose.CODE, 1, before);
      insert(brand, KeyPurpose.SIGNATURE, 1, before);
    }
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void allKeysMove() throws SQLException {
    WrappedKeys keys = new WrappedKeys(connection);

    assertThat(keys.opened(before)).isEqualTo(new WrappedKeys.Count(7, 3, 7));
    assertThat(keys.rewrap(before, after)).isEqualTo(7);
    assertThat(keys.opened(before)).isEqualTo(new WrappedKeys.Count(7, 3, 0));
    assertThat(keys.opened(after).isComplete()).isTrue();
  }

  @Test
  void ifOneKeyDoesNotOpenNoneMoves() throws SQLException {
    insert(4, KeyPurpose.CODE, 1, store("third").open(true));
    WrappedKeys keys = new WrappedKeys(connection);

    assertThatThrownBy(() -> keys.rewrap(before, after)).isInstanceOf(KeyVaultException.class);
    assertThat(keys.opened(before)).isEqualTo(new WrappedKeys.Count(8, 4, 7));
    assertThat(keys.opened(after).opened()).isZero();
  }

  @Test
  void anEmptyDatabaseIsNotComplete() {
    assertThat(new WrappedKeys.Count(0, 0, 0).isComplete()).isFalse();
  }

  private void insert(long brand, KeyPurpose purpose, int keyId, KeyVault vault)
      throws SQLException {
    DataKey.Id id = new DataKey.Id(brand, purpose, keyId);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO data_key (brand_id, purpose, key_id, wrapped) VALUES (?, ?, ?, ?)")) {
      insert.setLong(1, brand);
      insert.setString(2, purpose.name());
      insert.setInt(3, keyId);
      insert.setBytes(4, vault.wrap(SecretKey256.random(), id.label()));
      insert.executeUpdate();
    }
  }

  private PlatformKeyStore store(String name) {
    return new PlatformKeyStore(folder.resolve(name + ".p12"), "password".toCharArray());
  }
}
