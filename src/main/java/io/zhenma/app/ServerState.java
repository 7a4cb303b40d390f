package io.zhenma.app;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What the processes that share a data directory must know of its database server.
 *
 * @param port loopback TCP port, 0 before the first start
 * @param server the server's process, empty before the first start
 * @param password the database user's password, made once a data directory
 * @param users the processes that use the server; the last one to leave stops it
 */
record ServerState(
    int port, Optional<RunningProcess> server, String password, List<RunningProcess> users) {

  private static final int PASSWORD_BYTES = 24;

  ServerState {
    users = List.copyOf(users);
  }

  static ServerState fresh() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    return new ServerState(0, Optional.empty(), password, List.of());
  }

  static Optional<ServerState> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return Optional.of(
        new ServerState(
            Integer.parseInt(properties.getProperty("port", "0")),
            processes(properties.getProperty("server", "")).findFirst(),
            properties.getProperty("password", ""),
            processes(properties.getProperty("users", "")).toList()));
  }

  /** Replaces the file as a whole, readable by its owner only: it holds the password. */
  void write(Path file) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("port", Integer.toString(port));
    properties.setProperty("server", server.map(RunningProcess::toString).orElse(""));
    properties.setProperty("password", password);
    properties.setProperty(
        "users", String.join(",", users.stream().map(RunningProcess::toString).toList()));
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try (Writer writer = PrivateFile.writer(draft)) {
      properties.store(writer, null);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  ServerState startedOn(int newPort, RunningProcess process) {
    return new ServerState(newPort, Optional.of(process), password, users);
  }

  /** This state with the process among the users, and without those that have died. */
  ServerState joinedBy(RunningProcess process) {
    Stream<RunningProcess> others = leftBy(process).users.stream();
    return new ServerState(
        port, server, password, Stream.concat(others, Stream.of(process)).toList());
  }

  /** This state without the process, and without the users that have died. */
  ServerState leftBy(RunningProcess process) {
    return new ServerState(
        port,
        server,
        password,
        users.stream()
            .filter(user -> user.pid() != process.pid())
            .filter(RunningProcess::isAlive)
            .toList());
  }

  private static Stream<RunningProcess> processes(String text) {
    return Stream.of(text.split(",", -1))
        .filter(part -> !part.isBlank())
        .map(RunningProcess::parse);
  }
}
