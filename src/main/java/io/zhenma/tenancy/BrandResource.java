package io.zhenma.tenancy;

import io.zhenma.crypto.CodeSuite;
import io.zhenma.problem.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
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
  private final BrandGtins gtins;

  BrandResource(Brands brands, CurrentAccess current, AuditLog audit, BrandGtins gtins) {
    this.gtins = gtins;
    this.brands = brands;
    this.current = current;
    this.audit = audit;
  }

  @GET
  public Page<BrandRow> list(
      @RestQuery @DefaultValue("0") int page, @RestQuery @DefaultValue("50") int size) {
    return gtins.page(new Page.Request(page, size));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @Transactional
  public BrandRow create(@Valid @NotNull NewBrand wanted) {
    BrandView brand = brands.create(wanted.slug(), wanted.name(), wanted.chosenSuite());
    audit.record(
        brand.id(), current.userId(), "brand-created", "brand:" + brand.id(), brand.slug());
    return gtins.change(
        brand.id(),
        current.userId(),
        wanted.chosenPrefixes(),
        Boolean.TRUE.equals(wanted.anyGtin()));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("/{id}/prefixes")
  @Operation(
      summary = "Set a brand's GS1 company prefixes",
      description =
          "4 to 12 digits each; GTINs that begin with one are the brand's to register. With anyGtin"
              + " it may also register those that no brand's prefix covers.")
  public BrandRow changePrefixes(@RestPath long id, @Valid @NotNull Prefixes wanted) {
    return gtins.change(id, current.userId(), wanted.prefixes(), wanted.anyGtin());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("/{id}/second-factor")
  @Operation(
      summary = "Demand a second factor of a brand's people",
      description =
          "NOBODY, OPERATORS or EVERYBODY. Those who have none may do nothing before they set one"
              + " up, from their next request on.")
  public BrandRow demandSecondFactor(@RestPath long id, @Valid @NotNull Demand wanted) {
    return gtins.demandSecondFactor(id, current.userId(), wanted.of());
  }

  record Demand(@NotNull SecondFactorDemand of) {}

  record Prefixes(@NotNull List<@NotNull String> prefixes, @NotNull Boolean anyGtin) {}

  /**
   * @param suite the algorithms of its codes; AES and Ed25519 unless told otherwise
   * @param prefixes its GS1 company prefixes
   * @param anyGtin whether it may register GTINs of whatever prefix that is nobody else's
   */
  record NewBrand(
      @NotBlank @Size(max = 120) String name,
      @NotBlank @Size(max = 40) String slug,
      @Nullable CodeSuite suite,
      @Nullable List<@NotNull String> prefixes,
      @Nullable Boolean anyGtin) {
    List<String> chosenPrefixes() {
      return prefixes == null ? List.of() : prefixes;
    }

    CodeSuite chosenSuite() {
      return suite == null ? CodeSuite.AES_ED25519 : suite;
    }
  }
}
