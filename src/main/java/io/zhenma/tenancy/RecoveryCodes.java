package io.zhenma.tenancy;

import io.zhenma.crypto.RecoveryCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;

/** Codes that stand in for a lost telephone, each of them once. */
@ApplicationScoped
class RecoveryCodes {
  private static final int COUNT = 10;

  private final EntityManager entities;
  private final AuditLog audit;

  RecoveryCodes(EntityManager entities, AuditLog audit) {
    this.entities = entities;
    this.audit = audit;
  }

  /** New ones in the place of all that were there; their texts are told this once. */
  @Transactional
  List<String> renew(long userId) {
    withdraw(userId);
    List<RecoveryCode> fresh = Stream.generate(RecoveryCode::random).limit(COUNT).toList();
    for (RecoveryCode code : fresh) {
      entities
          .createNativeQuery("INSERT INTO recovery_code (user_id, code_hash) VALUES (?1, ?2)")
          .setParameter(1, userId)
          .setParameter(2, code.hash(userId))
          .executeUpdate();
    }
    return fresh.stream().map(RecoveryCode::text).toList();
  }

  /** Uses a code up and writes it down; of two who do so at once, one does. */
  @Transactional
  boolean use(AppUser user, RecoveryCode code) {
    int used =
        entities
            .createNativeQuery("DELETE FROM recovery_code WHERE user_id = ?1 AND code_hash = ?2")
            .setParameter(1, user.id)
            .setParameter(2, code.hash(user.id))
            .executeUpdate();
    if (used == 1) {
      String left = left(user.id) + " left";
      audit.record(user.brandId, user.id, "recovery-code-used", "user:" + user.id, left);
    }
    return used == 1;
  }

  @Transactional
  int left(long userId) {
    return ((Number)
            entities
                .createNativeQuery("SELECT COUNT(*) FROM recovery_code WHERE user_id = ?1")
                .setParameter(1, userId)
                .getSingleResult())
        .intValue();
  }

  @Transactional
  void withdraw(long userId) {
    entities
        .createNativeQuery("DELETE FROM recovery_code WHERE user_id = ?1")
        .setParameter(1, userId)
        .executeUpdate();
  }
}
