package io.zhenma.complaint;

import io.smallrye.common.annotation.Blocking;
import io.zhenma.page.ComplaintPage;
import io.zhenma.picture.PictureException;
import io.zhenma.picture.PictureFault;
import io.zhenma.picture.PictureUse;
import io.zhenma.problem.LargeBody;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.scan.ConsumerPages;
import io.zhenma.scan.OwnScan;
import io.zhenma.scan.OwnScans;
import io.zhenma.scan.ScannedCode;
import io.zhenma.traffic.ComplaintLimits;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a consumer tells the brand what is wrong, after a scan with the same device.
 * The device's signed cookie binds the two; without a scan there is no complaint.
 */
@Path("/complaint")
@PermitAll
@Tag(name = "Verification")
class ComplaintFormResource {
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int TOO_MANY = 429;
  private static final int BUSY = 503;
  private static final int RETRY_SECONDS = 5;
  private static final long BESIDE_THE_PHOTO = 64 * 1024;

  private final Complaints complaints;
  private final ComplaintLimits limits;
  private final OwnScans scans;
  private final ConsumerPages pages;

  ComplaintFormResource(
      Complaints complaints, ComplaintLimits limits, OwnScans scans, ConsumerPages pages) {
    this.complaints = complaints;
    this.limits = limits;
    this.scans = scans;
    this.pages = pages;
  }

  @Produces
  @Singleton
  static LargeBody form() {
    return new LargeBody(
        "POST",
        Pattern.compile("/complaint"),
        MediaType.MULTIPART_FORM_DATA,
        PictureUse.PHOTO.largestBytes() + BESIDE_THE_PHOTO);
  }

  @GET
  @Operation(summary = "A form for telling the brand what is wrong with a scanned item")
  public Response form(@RestQuery @Nullable String code, @RestQuery @DefaultValue("") String scan)
      throws SQLException {
    return own(ComplaintForm.code(code), scan)
        .map(
            own ->
                pages.complaint(
                    OK, ComplaintPage.empty(own.brand().name(), own.code().path(), scan)))
        .orElseGet(() -> pages.problem(ProblemException.of(ProblemType.NOT_FOUND)));
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Blocking
  @Operation(
      summary = "Tell the brand",
      description =
          "Answers HTML with a reference. One complaint a scan, few a day and device; the photo is"
              + " a PNG or JPEG of at most 8 MB.")
  public Response send(@BeanParam ComplaintForm form) throws SQLException {
    Optional<OwnScan> own = own(form.scannedCode(), form.scan());
    if (own.isEmpty()) {
      return pages.problem(ProblemException.of(ProblemType.NOT_FOUND));
    }
    Optional<String> earlier = complaints.earlier(own.get());
    if (earlier.isPresent()) {
      return received(own.get(), earlier.get(), form);
    }
    Optional<NewComplaint> written = form.written();
    return written.isPresent()
        ? taken(own.get(), written.get(), form)
        : page(BAD_REQUEST, form.page(own.get().brand().name()), form);
  }

  /** Limits come first: a photo costs a second of a processor. */
  private Response taken(OwnScan own, NewComplaint written, ComplaintForm form) {
    String brand = own.brand().name();
    try {
      limits.admit(own.asker(), own.brand().id(), own.item().isPresent());
      complaints.requireShare(own);
      return received(own, complaints.file(own, form.withPhoto(written)), form);
    } catch (ProblemException hadItsShare) {
      return page(TOO_MANY, form.page(brand).refused("share"), form);
    } catch (PictureException refused) {
      return refused.fault() == PictureFault.BUSY
          ? later(page(BUSY, form.page(brand), form))
          : page(BAD_REQUEST, form.page(brand), form);
    }
  }

  private static Response later(Response busy) {
    return Response.fromResponse(busy).header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build();
  }

  private Response received(OwnScan own, String reference, ComplaintForm form) {
    return pages.received(own.brand().name(), Reference.shown(reference), form.wantsFragment());
  }

  private Response page(int status, ComplaintPage page, ComplaintForm form) {
    return form.wantsFragment()
        ? pages.complaintFragment(status, page)
        : pages.complaint(status, page);
  }

  private Optional<OwnScan> own(Optional<ScannedCode> code, String scan) throws SQLException {
    return code.isPresent() ? scans.find(code.get(), scan) : Optional.empty();
  }
}
