package io.zhenma.scan;

import io.zhenma.gs1.DigitalLink;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a GS1 Digital Link resolver answers to machines: the links of an item, here the one to its
 * verification.
 *
 * <p>Source: GS1-Conformant Resolver Standard 1.1, section 5; RFC 9264 (link sets).
 */
final class LinkSet {
  private static final String MEDIA_TYPE = "application/linkset+json";
  private static final String VOCABULARY = "https://gs1.org/voc/";

  private LinkSet() {}

  /** Whether the client asks for links rather than for the page. */
  static boolean isWanted(@Nullable String linkType, @Nullable String accept) {
    return linkType != null || (accept != null && accept.contains(MEDIA_TYPE));
  }

  /**
   * @param base scheme and host of links, as configured: a client may name any host
   */
  static Response of(DigitalLink link, URI base) {
    String address = base.resolve(link.path()).toString();
    List<Map<String, String>> verification =
        List.of(Map.of("href", address, "type", "text/html", "title", "Verification"));
    Map<String, Object> context =
        Map.of(
            "anchor",
            address,
            VOCABULARY + "defaultLink",
            verification,
            VOCABULARY + "verificationService",
            verification);
    return Response.ok(Map.of("linkset", List.of(context)))
        .type(MEDIA_TYPE)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .build();
  }
}
