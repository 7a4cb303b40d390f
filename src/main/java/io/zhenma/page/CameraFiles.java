package io.zhenma.page;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The script library that reads codes from camera pictures; loaded only when it is asked for. */
public final class CameraFiles {
  private static final Map<String, byte[]> FILES =
      Stream.of("qr-scanner.umd.min.js", "qr-scanner-worker.min.js")
          .collect(
              Collectors.toUnmodifiableMap(
                  Function.identity(), name -> Resources.bytes("/verify/vendor/" + name)));

  private CameraFiles() {}

  /** A file by its name, in UTF-8; the array is shared, so read it only. */
  public static Optional<byte[]> find(String name) {
    return Optional.ofNullable(FILES.get(name));
  }
}
