package io.zhenma.tenancy;

import io.zhenma.crypto.CodeSuite;
import io.zhenma.problem.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Brands, for the platform's administrators. */
@Path("/api/v1/brands")
@RolesAllowed(Role.ADMIN)
@Tag(name = "Brands")
class BrandResource {
  private final Brands brands;
  private final CurrentAccess current;
  private final AuditLog audit;

  BrandResource(Brands brands, CurrentAccess current, AuditLog audit) {
    this.brands = brands;
    this.current = current;
    this.audit = audit;
  }

  @GET
  public Page<BrandView> list(
      @RestQuery @DefaultValue("0") int page, @RestQuery @DefaultValue("50") int size) {
    return brands.page(new Page.Request(page, size));
  }

  @POST
  @ResponseStatus(201)
  @Transactional
  public BrandView create(@Valid @NotNull NewBrand wanted) {
    BrandView brand = brands.create(wanted.slug(), wanted.name(), wanted.chosenSuite());
    audit.record(
        brand.id(), current.userId(), "brand-created", "brand:" + brand.id(), brand.slug());
    return brand;
  }

  /**
   * @param suite the algorithms of its codes; AES and Ed25519 unless told otherwise
   */
  record NewBrand(
      @NotBlank @Size(max = 120) String name,
      @NotBlank @Size(max = 40) String slug,
      @Nullable CodeSuite suite) {
    CodeSuite chosenSuite() {
      return suite == null ? CodeSuite.AES_ED25519 : suite;
    }
  }
}
