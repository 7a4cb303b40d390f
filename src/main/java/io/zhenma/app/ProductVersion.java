package io.zhenma.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Product name and version, as the build wrote them. */
final class ProductVersion implements IVersionProvider {

  static String text() {
    Properties properties = new Properties();
    try (InputStream resource =
        Objects.requireNonNull(ProductVersion.class.getResourceAsStream("/zhenma.properties"))) {
      properties.load(resource);
    } catch (IOException e) {
      throw new IllegalStateException("The build left out zhenma.properties", e);
    }
    return "Zhenma " + properties.getProperty("version");
  }

  @Override
  public String[] getVersion() {
    return new String[] {text()};
  }
}
