package io.zhenma.scan;

import io.smallrye.config.ConfigMapping;
import io.zhenma.place.PlaceFinder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Loads the place data once. */
@ApplicationScoped
class PlaceFinderProducer {
  @Produces
  @Singleton
  PlaceFinder places(PlaceConfig config) {
    return PlaceFinder.withFiles(config.addressFiles().orElse(List.of()), config.networkFile());
  }

  /** Which address data to use. */
  @ConfigMapping(prefix = "zhenma.place")
  interface PlaceConfig {
    /** Newer ip2region {@code .xdb} files in place of the bundled ones. */
    Optional<List<Path>> addressFiles();

    /** A newer table of rented machines and relays, as {@code zhenma networks} makes it. */
    Optional<Path> networkFile();
  }
}
