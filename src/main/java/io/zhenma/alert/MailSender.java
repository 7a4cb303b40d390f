package io.zhenma.alert;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zhenma.tenancy.Brands;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Sends notices to an e-mail address, many in one mail. */
@ApplicationScoped
class MailSender {
  private static final Logger LOG = Logger.getLogger(MailSender.class);

  private final Vertx vertx;
  private final ReactiveMailer mailer;
  private final MailTexts texts;
  private final Brands brands;
  private final AlertConfig config;

  MailSender(
      Vertx vertx, ReactiveMailer mailer, MailTexts texts, Brands brands, AlertConfig config) {
    this.vertx = vertx;
    this.mailer = mailer;
    this.texts = texts;
    this.brands = brands;
    this.config = config;
  }

  /** Whether there is a server and a sender. */
  boolean isOn() {
    return isOn(config);
  }

  static boolean isOn(AlertConfig config) {
    return config.mail().host().isPresent() && config.mail().from().isPresent();
  }

  Result send(Subscription to, List<Notice> notices) {
    if (!isOn()) {
      return Result.failed(Failure.MAIL_OFF, Duration.ZERO);
    }
    long started = System.nanoTime();
    MailTexts.Text text =
        texts.of(to, brands.get(to.brandId()).name(), notices.stream().map(Notice::body).toList());
    Mail mail =
        Mail.withText(to.address(), text.subject(), text.plain())
            .setHtml(text.html())
            .setFrom(config.mail().from().orElseThrow())
            // No automatic answers (RFC 3834), and one id for the same notices
            .addHeader("Auto-Submitted", "auto-generated")
            .addHeader("X-Zhenma-Notice", notices.get(0).messageId());
    try {
      // On the event loop: from another thread, the client may miss the server's greeting
      Uni.createFrom()
          .deferred(() -> mailer.send(mail))
          .runSubscriptionOn(work -> vertx.getOrCreateContext().runOnContext(on -> work.run()))
          .await()
          .atMost(config.mail().timeout());
      return Result.delivered(null, "", since(started));
    } catch (TimeoutException late) {
      return Result.failed(Failure.TIMEOUT, since(started));
    } catch (RuntimeException refused) {
      // Not the exception itself: servers repeat addresses in what they say
      Throwable cause = refused.getCause() == null ? refused : refused.getCause();
      LOG.warnf("a mail of brand %d was not taken: %s", to.brandId(), cause.getClass().getName());
      return Result.failed(Failure.MAIL_REFUSED, since(started));
    }
  }

  private static Duration since(long started) {
    return Duration.ofNanos(System.nanoTime() - started);
  }
}
