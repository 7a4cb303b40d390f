package io.zhenma.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zhenma.issuing.CodeProfile;
import io.zhenma.label.LabelException;
import io.zhenma.label.LabelFonts;
import io.zhenma.label.LabelPreview;
import io.zhenma.label.LabelTemplate;
import io.zhenma.label.LeftOut;
import io.zhenma.picture.PictureException;
import io.zhenma.picture.PictureSender;
import io.zhenma.picture.Places;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How a brand's labels look. */
@Path("/api/v1/label-templates")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Label templates")
class LabelTemplateResource {
  private static final String SVG = "image/svg+xml";

  /** A picture that is opened by itself still runs and loads nothing. */
  private static final String NOTHING_BUT_ITSELF =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none';"
          + " sandbox";

  /** Which characters of which fields no font has. */
  private static final String LEFT_OUT = "Label-Left-Out";

  private static final Duration RETRY = Duration.ofSeconds(2);

  /** A page of labels takes a core for some tenths of a second. */
  private static final Places PREVIEWS = new Places(4);

  private final LabelTemplates templates;
  private final LabelSamples samples;
  private final LabelFonts fonts;
  private final CurrentAccess current;

  LabelTemplateResource(
      LabelTemplates templates, LabelSamples samples, LabelFonts fonts, CurrentAccess current) {
    this.templates = templates;
    this.samples = samples;
    this.fonts = fonts;
    this.current = current;
  }

  @GET
  @Operation(summary = "The brand's templates and those that everybody has, without logos")
  public List<LabelTemplateView> list() {
    return templates.all(current.brandId());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  public LabelTemplateView create(@Valid @NotNull Wanted wanted) {
    LabelDesign design = wanted.design().withLogoMade(current.brandId());
    return templates.create(current.brandId(), current.userId(), wanted.name(), design);
  }

  @GET
  @Path("/{id}")
  public LabelTemplateView get(@RestPath String id) {
    return templates.require(current.brandId(), id);
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("/{id}")
  @Operation(description = "Deliveries that were ordered before keep the template as it was.")
  public LabelTemplateView change(@RestPath String id, @Valid @NotNull Wanted wanted) {
    LabelDesign former = templates.require(current.brandId(), id).design();
    LabelDesign design =
        wanted.design().hasLogoOf(former)
            ? wanted.design()
            : wanted.design().withLogoMade(current.brandId());
    return templates.change(current.brandId(), current.userId(), id, wanted.name(), design);
  }

  @DELETE
  @Path("/{id}")
  public void delete(@RestPath String id) {
    templates.remove(current.brandId(), current.userId(), id);
  }

  @GET
  @Path("/{id}/preview.svg")
  @Operation(summary = "A page of sample labels in its true size, as SVG")
  public Response preview(
      @RestPath String id, @RestQuery @DefaultValue("COMPACT") CodeProfile profile) {
    return picture(templates.require(current.brandId(), id).design(), profile);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("/preview")
  @Operation(summary = "The same of a template that is not saved")
  public Response preview(
      @Valid @NotNull LabelDesign design, @RestQuery @DefaultValue("COMPACT") CodeProfile profile) {
    return picture(design.withLogoMade(current.brandId()), profile);
  }

  private Response picture(LabelDesign design, CodeProfile profile) {
    LabelTemplate template = design.template();
    try (Places.Place place = PREVIEWS.take(PictureSender.brand(current.brandId()))) {
      return Response.ok(LabelPreview.svg(template, fonts, samples.of(template.pairs(), profile)))
          .type(SVG)
          .header(LEFT_OUT, leftOut(template))
          .header("Content-Security-Policy", NOTHING_BUT_ITSELF)
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .build();
    } catch (LabelException refused) {
      throw ProblemException.field(refused.field(), refused.rule(), refused.limits().toArray());
    } catch (PictureException busy) {
      throw ProblemException.later(ProblemType.OVERLOADED, RETRY);
    }
  }

  /** As a form has it, since a header holds ASCII alone; null, and so no header, for nothing. */
  private @Nullable String leftOut(LabelTemplate template) {
    String all =
        LeftOut.of(template, fonts, LabelSamples.PRODUCT, LabelSamples.LOT).stream()
            .map(one -> one.field() + "=" + URLEncoder.encode(one.characters(), UTF_8))
            .collect(Collectors.joining("&"));
    return all.isEmpty() ? null : all;
  }

  /** A template to be kept. */
  record Wanted(@NotNull String name, @Valid @NotNull LabelDesign design) {}
}
