package io.zhenma.scan;

import io.zhenma.page.Languages;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads the texts of the consumers' pages once. */
@Dependent
class LanguagesProducer {
  @Produces
  @Singleton
  Languages languages(VerifyConfig config) {
    return new Languages(config.languages());
  }
}
