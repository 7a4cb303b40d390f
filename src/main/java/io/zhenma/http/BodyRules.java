package io.zhenma.http;

import io.quarkus.arc.All;
import io.vertx.ext.web.RoutingContext;
import io.zhenma.http.BodyRule.Way;
import io.zhenma.problem.LargeBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the rule of a request: the usual limit, unless a {@link LargeBody} says otherwise. */
@ApplicationScoped
class BodyRules {
  private static final String FORM = "multipart/form-data";

  private final long usual;
  private final List<LargeBody> larger;

  BodyRules(BodyConfig config, @All List<LargeBody> larger) {
    this.usual = config.maxBodySize().asLongValue();
    this.larger = larger;
  }

  BodyRule of(RoutingContext context) {
    String method = context.request().method().name();
    String path = context.normalizedPath();
    String type = context.request().getHeader("Content-Type");
    boolean form = isForm(type);
    return larger.stream()
        .filter(body -> body.takes(method, path, type))
        .findFirst()
        .map(body -> new BodyRule(form ? Way.FORM : Way.STREAMED, body.bytes()))
        .orElseGet(() -> new BodyRule(form ? Way.FORM : Way.COLLECTED, usual));
  }

  /** Whether a Content-Type is that of a form with files. */
  static boolean isForm(@Nullable String type) {
    return type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM);
  }
}
