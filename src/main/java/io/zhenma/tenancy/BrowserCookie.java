package io.zhenma.tenancy;

import io.vertx.core.http.HttpServerRequest;
import io.zhenma.crypto.TokenSigner;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The cookie that says who signed in before in a browser. It opens nothing; it only gives tries of
 * their own to those who mistype their password while strangers guess it.
 */
final class BrowserCookie {
  private static final String NAME = "zhenma_browser";
  private static final int SECONDS = (int) Duration.ofDays(400).toSeconds();

  /** People who share a browser, such as an operator who is also an administrator. */
  private static final int MOST_USERS = 4;

  private BrowserCookie() {}

  static List<KnownBrowser> read(HttpServerRequest request, TokenSigner tokens) {
    List<String> sent = RequestCookies.named(request, RequestCookies.name(request, NAME));
    return sent.size() != 1
        ? List.of()
        : Arrays.stream(sent.get(0).split("\\.", MOST_USERS + 1))
            .limit(MOST_USERS)
            .flatMap(token -> KnownBrowser.read(token, tokens).stream())
            .toList();
  }

  /** With {@code fresh} first, and those of other users that were there. */
  static NewCookie with(KnownBrowser fresh, HttpServerRequest request, TokenSigner tokens) {
    List<KnownBrowser> all = new ArrayList<>(List.of(fresh));
    read(request, tokens).stream()
        .filter(browser -> browser.userId() != fresh.userId())
        .limit(MOST_USERS - 1L)
        .forEach(all::add);
    String value =
        all.stream().map(browser -> browser.token(tokens)).collect(Collectors.joining("."));
    return RequestCookies.strict(request, NAME).value(value).maxAge(SECONDS).build();
  }
}
