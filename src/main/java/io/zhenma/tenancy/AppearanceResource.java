package io.zhenma.tenancy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import io.zhenma.picture.PictureName;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How the brand looks on its verification page. */
@Path("/api/v1/appearance")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Appearance")
class AppearanceResource {
  private final Appearances appearances;
  private final Brands brands;
  private final CurrentAccess current;

  AppearanceResource(Appearances appearances, Brands brands, CurrentAccess current) {
    this.appearances = appearances;
    this.brands = brands;
    this.current = current;
  }

  @GET
  public AppearanceView get() {
    return view(appearances.current(current.brandId()));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Set colour and support contacts; what is left out or empty is removed",
      description = "Seen by consumers on every replica within three seconds.")
  public AppearanceView change(@Valid @NotNull Wanted wanted) {
    return view(
        appearances.change(
            current.brandId(), current.userId(), wanted.brandColour(), wanted.support()));
  }

  @PUT
  @Path("/logo")
  @Consumes({"image/png", "image/jpeg"})
  @Blocking
  @Operation(
      summary = "Set the logo: PNG or JPEG, at most 1 MB and 16 million pixels",
      description = "It is made anew, at most 360 x 108 pixels, without what else the file held.")
  public AppearanceView changeLogo(InputStream file) {
    return view(appearances.changeLogo(current.brandId(), current.userId(), file));
  }

  @DELETE
  @Path("/logo")
  public AppearanceView removeLogo() {
    return view(appearances.removeLogo(current.brandId(), current.userId()));
  }

  @GET
  @Path("/colour")
  @Operation(summary = "How text looks on a colour that is not saved")
  public ColourView colour(@RestQuery @DefaultValue("") String value) {
    return ColourView.of(BrandColour.parse(value));
  }

  private AppearanceView view(Appearance appearance) {
    BrandView brand = brands.get(current.brandId());
    SupportContact support = appearance.support();
    return new AppearanceView(
        brand.name(),
        appearance.colour().map(ColourView::of).orElse(null),
        appearance.logo().map(name -> LogoView.of(brand, name)).orElse(null),
        support.phone().orElse(null),
        support.web().orElse(null),
        support.email().orElse(null));
  }

  /** What a brand wishes. */
  record Wanted(
      @Nullable String colour,
      @Nullable String phone,
      @Nullable String web,
      @Nullable String email) {
    @Nullable BrandColour brandColour() {
      return colour == null || colour.isBlank() ? null : BrandColour.parse(colour);
    }

    SupportContact support() {
      return SupportContact.of(phone, web, email);
    }
  }

  /** An appearance in the API; what was never set is left out. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AppearanceView(
      String brand,
      @Nullable ColourView colour,
      @Nullable LogoView logo,
      @Nullable String phone,
      @Nullable String web,
      @Nullable String email) {}

  /**
   * @param ink the colour of text on it
   * @param contrast between the two, rounded down to hundredths
   */
  record ColourView(String value, String ink, double contrast) {
    static ColourView of(BrandColour colour) {
      return new ColourView(colour.hex(), colour.ink(), Math.floor(colour.contrast() * 100) / 100);
    }
  }

  record LogoView(String url, int width, int height) {
    static LogoView of(BrandView brand, PictureName name) {
      return new LogoView(Pictures.path(brand, name), name.width(), name.height());
    }
  }
}
