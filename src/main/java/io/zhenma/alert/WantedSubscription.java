package io.zhenma.alert;

import io.zhenma.problem.FieldRule;
import io.zhenma.problem.ProblemException;
import jakarta.validation.constraints.NotNull;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a subscription to be.
 *
 * @param language of mails, {@code en} or {@code zh}; webhooks have none
 * @param active whether it gets anything
 */
record WantedSubscription(
    @NotNull Channel channel,
    @NotNull String name,
    @NotNull String address,
    @Nullable String language,
    @NotNull List<@NotNull AlertKind> kinds,
    @NotNull Severity leastSeverity,
    @NotNull Boolean active) {
  private static final int LONGEST_NAME = 80;

  String checkedName() {
    return FieldRule.plainText("name", name, LONGEST_NAME);
  }

  String checkedAddress(boolean loopback) {
    return channel == Channel.MAIL
        ? MailAddress.entered(address)
        : WebhookUrl.entered(address, loopback).toString();
  }

  String checkedLanguage() {
    if (channel == Channel.WEBHOOK) {
      return "";
    }
    if (language == null || !Set.of("en", "zh").contains(language)) {
      throw ProblemException.field("language", "kind", "en, zh");
    }
    return language;
  }

  Set<AlertKind> checkedKinds() {
    if (kinds.isEmpty() || kinds.size() > AlertKind.values().length) {
      throw ProblemException.field("kinds", "alert-kinds");
    }
    return EnumSet.copyOf(kinds);
  }

  SubscriptionState state() {
    return active ? SubscriptionState.ACTIVE : SubscriptionState.PAUSED;
  }
}
