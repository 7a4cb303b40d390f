package io.zhenma.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.crypto.CodeCipher;
import io.zhenma.crypto.CodeContent;
import io.zhenma.crypto.CodeKind;
import io.zhenma.crypto.CodeSuite;
import io.zhenma.crypto.KeyVault;
import io.zhenma.gs1.Gtin;
import io.zhenma.gs1.SerialNumber;
import io.zhenma.sql.Remembered;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The versions of a brand's keys, on the real database. */
@QuarkusTest
@Tag("database")
class KeyVersionsTest {
  private static final Gtin GTIN = Gtin.parse("6901234567892");
  private static final CodeContent ITEM = new CodeContent(CodeKind.INNER, 1, 1);
  private static final long SOMEBODY = 1;

  @Inject Brands brands;
  @Inject BrandKeys keys;
  @Inject KeyVersions versions;
  @Inject KeyVersionRows rows;
  @Inject KeyVault vault;
  @Inject AfterCommit afterCommit;
  @Inject EntityManager entities;

  private long brand;

  @BeforeEach
  void makeBrand() {
    brand = brands.create("keys-" + UUID.randomUUID().toString().substring(0, 8), "Keys").id();
  }

  @Test
  void aNewBrandHasOneCurrentVersionOfTheSuiteItWasMadeWith() {
    long chinese =
        brands
            .create("sm-" + UUID.randomUUID().toString().substring(0, 8), "S", CodeSuite.SM4_SM2)
            .id();

    assertThat(versions.all(brand))
        .singleElement()
        .satisfies(version -> assertThat(version.state()).isEqualTo(KeyState.CURRENT))
        .satisfies(version -> assertThat(version.suite()).isEqualTo(CodeSuite.AES_ED25519));
    assertThat(versions.all(chinese).get(0).suite()).isEqualTo(CodeSuite.SM4_SM2);
    signsWhatTheVerifierTakes(chinese, 1);
    signsWhatTheVerifierTakes(brand, 1);
  }

  @Test
  void afterARotationOldCodesAreValidAndNewOnesHaveAnotherKey() {
    SerialNumber before = cipher(1).seal(GTIN, ITEM);
    versions.rotate(brand, SOMEBODY, Optional.of(CodeSuite.SM4_SM2));
    versions.rotate(brand, SOMEBODY, Optional.empty());

    assertThat(keys.currentCodeKey(brand)).isEqualTo(3);
    assertThat(cipher(1).open(GTIN, before)).contains(ITEM);
    assertThat(cipher(2).seal(GTIN, ITEM).value()).startsWith("2");
    assertThat(versions.all(brand))
        .extracting(KeyVersion::state)
        .containsExactly(KeyState.RETIRED, KeyState.RETIRED, KeyState.CURRENT);
    assertThat(versions.all(brand))
        .extracting(KeyVersion::suite)
        .containsExactly(CodeSuite.AES_ED25519, CodeSuite.SM4_SM2, CodeSuite.SM4_SM2);
  }

  @Test
  void whoRevokesTheCurrentVersionGetsANewOne() {
    versions.revoke(brand, SOMEBODY, 1, "a laptop was stolen");

    assertThat(keys.currentCodeKey(brand)).isEqualTo(2);
    assertThat(keys.isRevoked(brand, 1)).isTrue();
    assertThat(keys.isRevoked(brand, 2)).isFalse();
    assertThat(versions.all(brand).get(0).revocation())
        .map(KeyVersion.Revocation::reason)
        .contains("a laptop was stolen");
    assertThat(keys.trusted(brand)).containsOnlyKeys(2);
  }

  @Test
  void anotherReplicaSeesANewAndARevokedVersionWithinThreeSeconds() {
    BrandKeys replica = new BrandKeys(new DataKeys(vault), rows, afterCommit);
    assertThat(replica.codeCipher(brand, 2)).isEmpty();
    assertThat(replica.isRevoked(brand, 1)).isFalse();

    versions.revoke(brand, SOMEBODY, 1, "leaked");

    Instant deadline = Instant.now().plus(Remembered.FRESH).plusMillis(500);
    while (!replica.isRevoked(brand, 1) || replica.codeCipher(brand, 2).isEmpty()) {
      assertThat(Instant.now()).isBefore(deadline);
      pause(Duration.ofMillis(50));
    }
    assertThat(replica.currentCodeKey(brand)).isEqualTo(2);
    SerialNumber ours = cipher(2).seal(GTIN, ITEM);
    assertThat(replica.codeCipher(brand, 2).orElseThrow().open(GTIN, ours)).contains(ITEM);
  }

  @Test
  void forgedKeyIdsCostOneQueryInTwoSeconds() {
    AtomicInteger queries = new AtomicInteger();
    KeyVersionRows counting =
        new KeyVersionRows() {
          @Override
          List<KeyVersionRow> of(long brandId) {
            queries.incrementAndGet();
            return rows.of(brandId);
          }
        };
    BrandKeys replica = new BrandKeys(new DataKeys(vault), counting, afterCommit);
    Instant start = Instant.now();
    for (int i = 0; i < 100_000; i++) {
      assertThat(replica.codeCipher(brand, 2 + i % 30)).isEmpty();
    }
    long periods = Duration.between(start, Instant.now()).dividedBy(Remembered.RENEWED) + 1;

    assertThat(queries.get()).isBetween(1, (int) periods);
  }

  @Test
  void aBrandOlderThanVersionsGetsItsFirstWhenTwoReplicasStartAtOnce() throws Exception {
    SerialNumber before = cipher(1).seal(GTIN, ITEM);
    makeOld(brand);
    ExecutorService two = Executors.newFixedThreadPool(2);
    Callable<Integer> start = () -> versions.complete();
    for (Future<Integer> replica : two.invokeAll(List.of(start, start))) {
      assertThat(replica.get()).isGreaterThanOrEqualTo(0);
    }
    two.shutdown();

    BrandKeys fresh = new BrandKeys(new DataKeys(vault), rows, afterCommit);
    assertThat(versions.all(brand)).hasSize(1);
    assertThat(versions.all(brand).get(0).createdBy()).isNull();
    assertThat(fresh.codeCipher(brand, 1).orElseThrow().open(GTIN, before)).contains(ITEM);
    var signature = fresh.codeSigner(brand, 1).orElseThrow().sign("text");
    org.assertj.core.api.Assertions.assertThatCode(
            () -> fresh.codeVerifier(brand, 1).orElseThrow().verify("text", signature))
        .doesNotThrowAnyException();
  }

  @Test
  void everyDataKeyIsOpenedByTheKeystore() {
    List<Boolean> opened =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    entities.createQuery("from DataKey", DataKey.class).getResultList().stream()
                        .map(row -> vault.opens(row.wrapped, row.id.label()))
                        .toList());

    assertThat(opened).isNotEmpty().doesNotContain(false);
  }

  private void makeOld(long brandId) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              for (String sql :
                  List.of(
                      "DELETE FROM key_version WHERE brand_id = ?1",
                      "DELETE FROM data_key WHERE brand_id = ?1 AND purpose = 'SIGNATURE'")) {
                entities.createNativeQuery(sql).setParameter(1, brandId).executeUpdate();
              }
            });
  }

  private CodeCipher cipher(int keyId) {
    return keys.codeCipher(brand, keyId).orElseThrow();
  }

  private void signsWhatTheVerifierTakes(long brandId, int keyId) {
    var signature = keys.codeSigner(brandId, keyId).orElseThrow().sign("text");
    org.assertj.core.api.Assertions.assertThatCode(
            () -> keys.codeVerifier(brandId, keyId).orElseThrow().verify("text", signature))
        .doesNotThrowAnyException();
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
