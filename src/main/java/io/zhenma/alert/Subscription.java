package io.zhenma.alert;

import io.zhenma.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who hears of a brand's alerts.
 *
 * @param address an e-mail address or a URL
 * @param language of mails, {@code en} or {@code zh}; empty for webhooks
 * @param failingSince when it first failed without a success since, or null
 */
record Subscription(
    long brandId,
    long id,
    Channel channel,
    String name,
    String address,
    String language,
    Set<AlertKind> kinds,
    Severity leastSeverity,
    SubscriptionState state,
    Instant createdAt,
    int failures,
    @Nullable Instant failingSince,
    @Nullable Instant hourBegan,
    int sentInHour) {

  static Subscription read(ResultSet row) throws SQLException {
    return new Subscription(
        row.getLong("brand_id"),
        row.getLong("id"),
        Channel.valueOf(row.getString("channel")),
        row.getString("name"),
        row.getString("address"),
        row.getString("language"),
        kinds(row.getString("kinds")),
        Severity.valueOf(row.getString("least_severity")),
        SubscriptionState.valueOf(row.getString("state")),
        Sql.instant(row, "created_at"),
        row.getInt("failures"),
        Sql.instantOrNull(row, "failing_since"),
        Sql.instantOrNull(row, "hour_began"),
        row.getInt("sent_in_hour"));
  }

  boolean wants(AlertKind kind, Severity severity) {
    return kinds.contains(kind) && !leastSeverity.isAbove(severity);
  }

  Locale locale() {
    return language.equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
  }

  static String text(Set<AlertKind> kinds) {
    return kinds.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
  }

  private static Set<AlertKind> kinds(String text) {
    return Arrays.stream(text.split(","))
        .map(AlertKind::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(AlertKind.class)));
  }
}
