package io.zhenma.alert;

import java.util.UUID;

/**
 * Something to be sent to one subscription.
 *
 * @param id the same at every attempt, so that the receiver can tell what it has had
 * @param body the payload, byte for byte what is signed
 * @param attempts those made so far
 */
record Notice(long brandId, UUID id, long subscriptionId, String body, int attempts) {

  /** How the receiver sees the id: {@code msg_} and 32 hexadecimal digits. */
  String messageId() {
    return "msg_" + id.toString().replace("-", "");
  }
}
