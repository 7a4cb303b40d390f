package io.zhenma.issuing;

import io.zhenma.problem.Page;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
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
  private final CurrentAccess current;

  ProductResource(Products products, Issuing issuing, CurrentAccess current) {
    this.products = products;
    this.issuing = issuing;
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
  @RolesAllowed(Role.OPERATOR)
  @ResponseStatus(201)
  public ProductView create(@Valid @NotNull NewProduct wanted) {
    return issuing.createProduct(
        current.brandId(), current.userId(), wanted.gtin(), wanted.details());
  }

  @PUT
  @Path("/{gtin}")
  @RolesAllowed(Role.OPERATOR)
  public ProductView change(@RestPath String gtin, @Valid @NotNull ProductDetails details) {
    return issuing.changeProduct(current.brandId(), current.userId(), gtin, details);
  }

  record NewProduct(
      @NotNull String gtin,
      @NotNull String name,
      @NotNull String category,
      @NotNull Long listPriceFen,
      @Nullable Integer shelfLifeDays) {
    ProductDetails details() {
      return new ProductDetails(name, category, listPriceFen, shelfLifeDays);
    }
  }
}
