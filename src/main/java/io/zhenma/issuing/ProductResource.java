package io.zhenma.issuing;

import io.smallrye.common.annotation.Blocking;
import io.zhenma.picture.PictureUse;
import io.zhenma.problem.LargeBody;
import io.zhenma.problem.Page;
import io.zhenma.problem.ProblemException;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A brand's products. */
@Path("/api/v1/products")
@RolesAllowed({Role.OPERATOR, Role.MARKETING})
@Tag(name = "Products")
class ProductResource {
  private final Products products;
  private final Issuing issuing;
  private final ProductPictures pictures;
  private final CurrentAccess current;
  private final GtinClaims claims;

  ProductResource(
      Products products,
      Issuing issuing,
      ProductPictures pictures,
      CurrentAccess current,
      GtinClaims claims) {
    this.claims = claims;
    this.products = products;
    this.issuing = issuing;
    this.pictures = pictures;
    this.current = current;
  }

  @GET
  @Transactional
  public Page<ProductView> list(
      @RestQuery @DefaultValue("0") int page, @RestQuery @DefaultValue("50") int size) {
    return products.page(current.brandId(), new Page.Request(page, size));
  }

  @GET
  @Path("/{gtin}")
  @Transactional
  public ProductView get(@RestPath String gtin) {
    return products.require(current.brandId(), Issuing.gtin(gtin)).view();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.OPERATOR)
  @ResponseStatus(201)
  @Operation(
      summary = "Register a product",
      description =
          "By a GTIN of the brand's company prefixes; or with restricted=true and no GTIN, under"
              + " the next free restricted-circulation number, which means something on this"
              + " platform only.")
  public ProductView create(@Valid @NotNull NewProduct wanted) {
    wanted.requireOneNumber();
    if (wanted.gtin() != null) {
      claims.require(current, wanted.gtin());
    }
    return wanted.gtin() == null
        ? issuing.createProduct(current.brandId(), current.userId(), wanted.details())
        : issuing.createProduct(
            current.brandId(), current.userId(), wanted.gtin(), wanted.details());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("/{gtin}")
  @RolesAllowed(Role.OPERATOR)
  public ProductView change(@RestPath String gtin, @Valid @NotNull ProductDetails details) {
    return issuing.changeProduct(current.brandId(), current.userId(), gtin, details);
  }

  @Produces
  @Singleton
  static LargeBody picture() {
    return new LargeBody(
        "PUT",
        Pattern.compile("/api/v1/products/[^/]+/picture"),
        "image/",
        PictureUse.PRODUCT.largestBytes());
  }

  @PUT
  @Path("/{gtin}/picture")
  @RolesAllowed(Role.OPERATOR)
  @Consumes({"image/png", "image/jpeg"})
  @Blocking
  @Operation(
      summary = "Set the picture: PNG or JPEG, at most 8 MB and 26 million pixels",
      description =
          "It is made anew, at most 288 x 288 pixels, without what else the file held. Fetch it at"
              + " /p/BRAND/NAME.")
  public ProductView changePicture(@RestPath String gtin, InputStream file) {
    return pictures.change(current.brandId(), current.userId(), gtin, file);
  }

  @DELETE
  @Path("/{gtin}/picture")
  @RolesAllowed(Role.OPERATOR)
  public ProductView removePicture(@RestPath String gtin) {
    return pictures.remove(current.brandId(), current.userId(), gtin);
  }

  /**
   * @param gtin or null to be given a number
   * @param restricted whether to be given one
   */
  record NewProduct(
      @Nullable String gtin,
      @Nullable Boolean restricted,
      @NotNull String name,
      @NotNull String category,
      @NotNull Long listPriceFen,
      @Nullable Integer shelfLifeDays) {
    void requireOneNumber() {
      boolean asks = Boolean.TRUE.equals(restricted);
      if (gtin == null && !asks) {
        throw ProblemException.field("gtin", "gtin-or-restricted");
      }
      if (gtin != null && asks) {
        throw ProblemException.field("restricted", "gtin-or-restricted");
      }
    }

    ProductDetails details() {
      return new ProductDetails(name, category, listPriceFen, shelfLifeDays);
    }
  }
}
