package io.zhenma;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** Tells the application of a port on which a test may run a mail server. */
@WithTestResource(value = TestMailPort.class, scope = TestResourceScope.GLOBAL)
public final class TestMailPort implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    try (ServerSocket free = new ServerSocket(0)) {
      return Map.of(
          "zhenma.alert.mail.host", "127.0.0.1",
          "zhenma.alert.mail.from", "zhenma@example.com",
          "quarkus.mailer.port", Integer.toString(free.getLocalPort()));
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  @Override
  public void stop() {}
}
