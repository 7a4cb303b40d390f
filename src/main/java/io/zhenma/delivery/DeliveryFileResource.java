package io.zhenma.delivery;

import io.zhenma.tenancy.AuditLog;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.RefusalsAudited;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.FilePart;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * Hands out a delivery's files and its manifest. Each download is audited before its first byte.
 */
@RefusalsAudited
@Path("/api/v1/deliveries/{id}")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Deliveries")
class DeliveryFileResource {
  private static final String SEALED = "application/pkcs7-mime";
  private static final int NOT_SATISFIABLE = 416;

  private final HandOut handOut;
  private final Manifests manifests;
  private final CurrentAccess current;
  private final AuditLog audit;

  DeliveryFileResource(
      HandOut handOut, Manifests manifests, CurrentAccess current, AuditLog audit) {
    this.handOut = handOut;
    this.manifests = manifests;
    this.current = current;
    this.audit = audit;
  }

  @GET
  @Path("/files/{n}")
  @Transactional
  @Operation(summary = "Download a file", description = "Takes a Range of one part.")
  public Response file(
      @RestPath long id, @RestPath int n, @RestHeader("Range") @Nullable String range) {
    HandOut.Ready ready = handOut.file(current.brandId(), id, n);
    long size = ready.file().bytes;
    ByteRange part = ByteRange.of(range, size).orElse(new ByteRange(0, size));
    boolean whole = part.length() == size;
    Response.ResponseBuilder answer =
        Response.status(part.length() == 0 ? NOT_SATISFIABLE : whole ? 200 : 206)
            .header("Accept-Ranges", "bytes")
            .header(HttpHeaders.CACHE_CONTROL, "no-store");
    if (!whole) {
      answer.header("Content-Range", part.text(size));
    }
    if (part.length() == 0) {
      return answer.build();
    }
    audit(id, ready.name() + (whole ? "" : ", " + part.text(size)));
    return answer
        .entity(new FilePart(ready.path().toFile(), part.first(), part.length()))
        .type(ready.delivery().isSealed() ? SEALED : ready.delivery().format.mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(ready.name()))
        .header(HttpHeaders.ETAG, '"' + ready.file().sha256 + '"')
        .build();
  }

  @GET
  @Path("/manifest.json")
  @Transactional
  @Operation(summary = "What the delivery consists of")
  public Response manifest(@RestPath long id) {
    byte[] json = manifests.json(current.brandId(), id);
    return download(id, "delivery-" + id + "-manifest.json", "application/json", json);
  }

  @GET
  @Path("/manifest.p7m")
  @Transactional
  @Operation(
      summary = "The same, signed",
      description = "CMS SignedData in DER by the brand's delivery key; for unseal.")
  public Response signedManifest(@RestPath long id) {
    byte[] signed = manifests.signed(current.brandId(), id);
    return download(id, "delivery-" + id + "-manifest.json.p7m", SEALED, signed);
  }

  private Response download(long id, String name, String type, byte[] body) {
    audit(id, name);
    return Response.ok(body)
        .type(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private void audit(long id, String detail) {
    audit.record(
        current.brandId(), current.userId(), "delivery-downloaded", "delivery:" + id, detail);
  }

  private static String attachment(String name) {
    return "attachment; filename=\"" + name + "\"";
  }
}
