package io.zhenma.alert;

import io.zhenma.crypto.WebhookSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Sends a notice to a webhook, signed as Standard Webhooks 1.0 says. */
@ApplicationScoped
class WebhookSender {
  private static final int GONE = 410;
  private static final int TOO_MANY = 429;
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

  private final NetworkGuard guard;
  private final WebhookClient client;
  private final WebhookSecrets secrets;
  private final Store store;

  WebhookSender(NetworkGuard guard, WebhookClient client, WebhookSecrets secrets, Store store) {
    this.guard = guard;
    this.client = client;
    this.secrets = secrets;
    this.store = store;
  }

  Result send(Subscription to, Notice notice) {
    long started = System.nanoTime();
    WebhookUrl url = WebhookUrl.stored(to.address());
    try {
      InetAddress address = guard.resolve(url.host(), url.isSecure());
      WebhookClient.Answer answer = client.post(url, address, headers(notice), notice.body());
      return result(answer, since(started));
    } catch (UnknownHostException unknown) {
      return Result.failed(Failure.HOST_UNKNOWN, since(started));
    } catch (NetworkGuard.RefusedException refused) {
      return Result.failed(Failure.ADDRESS_REFUSED, since(started));
    } catch (TimeoutException slow) {
      return Result.failed(Failure.TIMEOUT, since(started));
    } catch (ExecutionException failed) {
      return Result.failed(reason(failed), since(started));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Result.failed(Failure.TIMEOUT, since(started));
    }
  }

  private Map<String, String> headers(Notice notice) {
    long timestamp = Instant.now().getEpochSecond();
    List<WebhookSecret> valid =
        store.alone(
            connection -> secrets.valid(connection, notice.brandId(), notice.subscriptionId()));
    String signatures =
        valid.stream()
            .map(secret -> secret.signature(notice.messageId(), timestamp, notice.body()))
            .collect(Collectors.joining(" "));
    return Map.of(
        "Content-Type",
        "application/json",
        "User-Agent",
        "Zhenma-Webhooks/1",
        "webhook-id",
        notice.messageId(),
        "webhook-timestamp",
        Long.toString(timestamp),
        "webhook-signature",
        signatures);
  }

  private static Result result(WebhookClient.Answer answer, Duration took) {
    return new Result(
        failure(answer.status()),
        answer.status(),
        answer.beginning(),
        took,
        retryAfter(answer.retryAfter()));
  }

  private static @Nullable Failure failure(int status) {
    if (status >= 200 && status < 300) {
      return null;
    }
    if (status == GONE) {
      return Failure.GONE;
    }
    return status >= 500 || status == TOO_MANY ? Failure.UNAVAILABLE : Failure.STATUS;
  }

  /**
   * In seconds (RFC 9110, section 10.2.3); the form with a date is not asked for by anybody here.
   */
  private static Optional<Duration> retryAfter(@Nullable String header) {
    if (header == null || !header.matches("[0-9]{1,6}")) {
      return Optional.empty();
    }
    Duration wanted = Duration.ofSeconds(Long.parseLong(header));
    return Optional.of(wanted.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : wanted);
  }

  static Failure reason(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException
          || cause instanceof java.security.cert.CertificateException) {
        return Failure.TLS;
      }
    }
    return Failure.UNREACHABLE;
  }

  private static Duration since(long started) {
    return Duration.ofNanos(System.nanoTime() - started);
  }
}
