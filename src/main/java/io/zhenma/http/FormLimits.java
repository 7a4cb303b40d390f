package io.zhenma.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/** How many fields a form may have: ours have fewer than ten, and each takes memory. */
@Singleton
class FormLimits implements HttpServerOptionsCustomizer {
  static final int MOST_FIELDS = 32;

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setMaxFormFields(MOST_FIELDS);
  }

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    options.setMaxFormFields(MOST_FIELDS);
  }
}
