package io.zhenma.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.TestBrand;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whoever sends from a thread of their own gets the answer, however the threads take turns: an
 * answer that is there before somebody listens for it is not lost.
 */
@QuarkusTest
@Tag("database")
class ManySendersTest {
  private static final int THREADS = 128;

  @Inject TestBrand brands;
  @Inject WebhookClient webhooks;
  @Inject MailSender mails;

  @ConfigProperty(name = "quarkus.mailer.port")
  int port;

  @Test
  void everyWebhookGetsItsAnswer() throws Exception {
    try (Receiver receiver = new Receiver()) {
      receiver.answer(200);
      WebhookUrl url = WebhookUrl.stored(receiver.url());
      InetAddress here = InetAddress.getByName("127.0.0.1");

      Map<String, Integer> answers =
          each(8_192, () -> "" + webhooks.post(url, here, Map.of(), "{}").status());

      assertThat(answers).isEqualTo(Map.of("200", 8_192));
    }
  }

  @Test
  void everyMailIsTaken() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      long brand = brands.create("Many").brand().id();
      Subscription to =
          new Subscription(
              brand,
              1,
              Channel.MAIL,
              "Quality",
              "many@example.com",
              "en",
              EnumSet.allOf(AlertKind.class),
              Severity.INFO,
              SubscriptionState.ACTIVE,
              Instant.now(),
              0,
              null,
              null,
              0);
      List<Notice> test =
          List.of(new Notice(brand, UUID.randomUUID(), 1, Payload.test(Instant.now(), "1"), 0));

      Map<String, Integer> results = each(2_048, () -> "" + mails.send(to, test).failure());

      assertThat(results).isEqualTo(Map.of("null", 2_048));
      assertThat(server.getReceivedMessages()).hasSize(2_048);
    } finally {
      server.stop();
    }
  }

  /** How often each outcome came of that many calls by several threads. */
  private static Map<String, Integer> each(int calls, Callable<String> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Map<String, Integer>>> all = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        all.add(threads.submit(() -> outcomes(calls / THREADS, call)));
      }
      Map<String, Integer> sum = new HashMap<>();
      for (Future<Map<String, Integer>> one : all) {
        one.get().forEach((outcome, times) -> sum.merge(outcome, times, Integer::sum));
      }
      return sum;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Map<String, Integer> outcomes(int calls, Callable<String> call) {
    Map<String, Integer> outcomes = new HashMap<>();
    for (int i = 0; i < calls; i++) {
      String outcome;
      try {
        outcome = call.call();
      } catch (Exception failed) {
        outcome = failed.toString();
      }
      outcomes.merge(outcome, 1, Integer::sum);
    }
    return outcomes;
  }
}
