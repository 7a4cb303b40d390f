package io.zhenma.problem;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address that takes a larger body than the server's usual limit, such as an upload of a list. A
 * feature makes a bean of each; who reads such a body reads it as a stream.
 *
 * @param method such as {@code POST}
 * @param path what the whole path matches
 * @param mediaType of such bodies, such as {@code text/csv}; others keep to the usual limit
 * @param bytes the largest body; no more than {@code quarkus.http.limits.max-body-size}
 */
public record LargeBody(String method, Pattern path, String mediaType, long bytes) {
  public LargeBody {
    if (bytes < 1) {
      throw new IllegalArgumentException("a limit of " + bytes + " bytes");
    }
  }

  /** Whether a request with this Content-Type goes there. */
  public boolean takes(String method, String path, @Nullable String contentType) {
    return this.method.equals(method)
        && contentType != null
        && contentType.toLowerCase(Locale.ROOT).startsWith(mediaType)
        && this.path.matcher(path).matches();
  }
}
