package io.zhenma.alert;

import io.zhenma.tenancy.Brands;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jboss.logging.Logger;

/** Words of mails, in the recipient's language. Built from facts and message files alone. */
@ApplicationScoped
class MailTexts {
  private static final Logger LOG = Logger.getLogger(MailTexts.class);
  private static final String BUNDLE = "messages.alerts";
  private static final int MOST_LISTED = 50;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'xxx", Locale.ROOT);

  private final Brands brands;

  MailTexts(Brands brands) {
    this.brands = brands;
  }

  /** A mail's words. */
  record Text(String subject, String plain, String html) {}

  /** An alert in a mail: what, since when, its facts, where to look. */
  private record Entry(String title, List<String> lines, String url) {}

  /**
   * @param bodies payloads of the notices, at least one
   */
  Text of(Subscription to, String brand, List<String> bodies) {
    Locale locale = to.locale();
    ZoneId zone = brands.get(to.brandId()).zone();
    List<Entry> entries =
        bodies.stream().limit(MOST_LISTED).map(body -> entry(locale, zone, body)).toList();
    int more = bodies.size() - entries.size();
    String subject =
        bodies.size() == 1
            ? words(locale, "mail.subject.one", brand, entries.get(0).title())
            : words(locale, "mail.subject.many", brand, bodies.size());
    String tail = more > 0 ? words(locale, "mail.more", more) : "";
    String why = words(locale, "mail.why", brand);
    return new Text(
        subject, plain(locale, entries, tail, why), html(locale, subject, entries, tail, why));
  }

  /** One that cannot be read does not keep the others of the mail back. */
  private Entry entry(Locale locale, ZoneId zone, String body) {
    try {
      return entry(locale, zone, Payload.read(body));
    } catch (RuntimeException unreadable) {
      LOG.warnf("a notice for a mail cannot be read: %s", unreadable.getClass().getName());
      return new Entry(words(locale, "mail.unreadable"), List.of(), "");
    }
  }

  private Entry entry(Locale locale, ZoneId zone, Map<String, Object> payload) {
    Map<String, Object> data = map(payload.get("data"));
    if (!data.containsKey("kind")) {
      return new Entry(words(locale, "event.test"), List.of(), "");
    }
    AlertKind kind = AlertKind.valueOf(text(data, "kind"));
    Severity severity = Severity.valueOf(text(data, "severity"));
    String title =
        words(
            locale,
            "mail.title",
            words(locale, "severity." + severity.name().toLowerCase(Locale.ROOT)),
            words(locale, "kind." + kind.slug()),
            subject(locale, text(data, "subject")));
    List<String> lines = new ArrayList<>();
    lines.add(words(locale, "mail.first-seen", time(text(data, "firstSeen"), zone)));
    map(data.get("facts"))
        .forEach(
            (key, value) ->
                lines.add(words(locale, "fact." + key) + ": " + value(locale, zone, key, value)));
    return new Entry(title, lines, text(data, "url"));
  }

  /** {@code item:3:17} → "item 17 of batch 3". */
  private static String subject(Locale locale, String subject) {
    String[] parts = subject.split(":", -1);
    Object[] arguments = List.of(parts).subList(1, parts.length).toArray();
    return words(locale, "subject." + parts[0], arguments);
  }

  private static String value(Locale locale, ZoneId zone, String key, Object value) {
    boolean instant = key.equals(Fact.HOUR.key()) || key.equals(Fact.SINCE.key());
    if (instant) {
      return time(value.toString(), zone);
    }
    if (value instanceof List<?> codes) {
      return String.join(", ", codes.stream().map(Object::toString).toList());
    }
    return value instanceof Number number && !key.equals(Fact.BATCH.key())
        ? new MessageFormat("{0,number}", locale).format(new Object[] {number})
        : value.toString();
  }

  private static String time(String instant, ZoneId zone) {
    return TIME.format(Instant.parse(instant).atZone(zone));
  }

  private static String plain(Locale locale, List<Entry> entries, String tail, String why) {
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries) {
      text.append(entry.title()).append('\n');
      entry.lines().forEach(line -> text.append("  ").append(line).append('\n'));
      text.append("  ").append(entry.url()).append("\n\n");
    }
    if (!tail.isEmpty()) {
      text.append(tail).append("\n\n");
    }
    return text.append("-- \n").append(why).append('\n').toString();
  }

  private static String html(
      Locale locale, String subject, List<Entry> entries, String tail, String why) {
    StringBuilder html = new StringBuilder();
    html.append("<!DOCTYPE html><html lang=\"").append(locale.toLanguageTag());
    html.append("\"><head><meta charset=\"utf-8\"><title>").append(escaped(subject));
    html.append("</title></head><body style=\"font-family:sans-serif;color:#1c2b33\">");
    for (Entry entry : entries) {
      html.append("<h2 style=\"font-size:16px;margin:16px 0 4px\">");
      html.append(escaped(entry.title())).append("</h2>");
      entry.lines().forEach(line -> html.append(escaped(line)).append("<br>"));
      if (!entry.url().isEmpty()) {
        html.append("<a href=\"").append(escaped(entry.url())).append("\">");
        html.append(escaped(words(locale, "mail.open"))).append("</a>");
      }
    }
    html.append("<p>").append(escaped(tail)).append("</p>");
    html.append("<p style=\"color:#5b6b75;font-size:12px\">").append(escaped(why)).append("</p>");
    return html.append("</body></html>").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String words(Locale locale, String key, Object... arguments) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  private static String text(Map<String, Object> data, String key) {
    return String.valueOf(data.get(key));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@org.jspecify.annotations.Nullable Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }
}
