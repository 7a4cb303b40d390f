package io.zhenma.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON of a notice: type, timestamp and data, as Standard Webhooks 1.0 recommends. */
final class Payload {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Payload() {}

  static String of(NoticeEvent event, Instant at, AlertView alert, String url) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", alert.id());
    data.put("kind", alert.kind().name());
    data.put("subject", alert.subject());
    data.put("severity", alert.severity().name());
    data.put("state", alert.state().name());
    data.put("occurrences", alert.occurrences());
    data.put("firstSeen", alert.firstSeen().toString());
    data.put("lastSeen", alert.lastSeen().toString());
    data.put("facts", alert.facts());
    data.put("url", url);
    return text(event, at, data);
  }

  static String test(Instant at, String subscription) {
    return text(NoticeEvent.TEST, at, Map.of("subscription", subscription));
  }

  static Map<String, Object> read(String body) {
    try {
      return JSON.readValue(body, new TypeReference<LinkedHashMap<String, Object>>() {});
    } catch (JsonProcessingException spoilt) {
      throw new IllegalStateException("body of a notice", spoilt);
    }
  }

  private static String text(NoticeEvent event, Instant at, Map<String, ?> data) {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("type", event.type());
    whole.put("timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString());
    whole.put("data", data);
    try {
      return JSON.writeValueAsString(whole);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
