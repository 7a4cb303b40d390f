package io.zhenma.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How alerts reach people and systems. */
@ConfigMapping(prefix = "zhenma.alert")
interface AlertConfig {
  /** Scheme and host under which people reach the console, for links in mails and webhooks. */
  @WithDefault("${zhenma.link.base:http://localhost:${quarkus.http.port}}")
  URI consoleBase();

  /** How often this replica looks for what is to be sent. */
  @WithDefault("1S")
  Duration beat();

  /** Subscriptions that this replica sends to at the same time. */
  @WithDefault("4")
  int atOnce();

  /** After this long without a sign of life, another replica sends; well above all time-outs. */
  @WithDefault("90S")
  Duration lease();

  /** How long the first retry waits; each next one three times as long. */
  @WithDefault("10S")
  Duration retryAfter();

  /** The longest wait between two attempts. */
  @WithDefault("6H")
  Duration longestRetry();

  /** After this many attempts a notice is a dead letter. */
  @WithDefault("12")
  int attempts();

  /** A subscription that failed for this long without a single success is stopped. */
  @WithDefault("5D")
  Duration stopAfter();

  /** How long the previous secret of a webhook goes on signing beside the new one. */
  @WithDefault("24H")
  Duration secretOverlap();

  /** How long what was delivered stays in the log. */
  @WithDefault("30D")
  Duration keepDelivered();

  /** How long dead letters and resolved alerts stay. */
  @WithDefault("400D")
  Duration keepOthers();

  /**
   * Different batches and deliveries of which one person may take codes within an hour unnoticed.
   */
  @WithDefault("20")
  int massDownload();

  /** E-mails. */
  Mail mail();

  /** Webhooks. */
  Webhook webhook();

  /** How mails are sent; where, is the mailer's own configuration. */
  interface Mail {
    /** Sender; without one, or without a host, no mail leaves. */
    Optional<String> from();

    /** The SMTP server. */
    Optional<String> host();

    /** How long a mail waits for further alerts to stand in it; urgent ones don't wait. */
    @WithDefault("30S")
    Duration gather();

    /** Mails to one address in an hour; what is more waits for the next hour's first. */
    @WithDefault("6")
    int perHour();

    @WithDefault("30S")
    Duration timeout();
  }

  /** How webhooks are called. */
  interface Webhook {
    /**
     * Whether http and https to this machine itself are allowed, as in an evaluation. Elsewhere it
     * would show operators what other programs of the machine answer.
     */
    @WithDefault("${zhenma.demo:false}")
    boolean allowLoopback();

    /** Networks that are not public and may be called all the same, such as 10.1.0.0/16. */
    Optional<List<String>> allowedNetworks();

    /** Certificates (PEM) of a private authority, trusted in place of the usual ones. */
    Optional<Path> trustedCertificates();

    @WithDefault("5S")
    Duration connectTimeout();

    /** From connecting to the end of the answer. */
    @WithDefault("15S")
    Duration timeout();
  }
}
