package io.zhenma.delivery;

import io.zhenma.problem.Page;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A brand's deliveries: how far they are; stops them and takes them up again. */
@Path("/api/v1/deliveries")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Deliveries")
class DeliveryResource {
  private final DeliveryOrders orders;
  private final DeliveryViews views;
  private final Workshop workshop;
  private final CurrentAccess current;

  DeliveryResource(
      DeliveryOrders orders, DeliveryViews views, Workshop workshop, CurrentAccess current) {
    this.orders = orders;
    this.views = views;
    this.workshop = workshop;
    this.current = current;
  }

  @GET
  public Page<DeliveryView> list(
      @RestQuery Optional<Integer> batch,
      @RestQuery @DefaultValue("0") int page,
      @RestQuery @DefaultValue("50") int size,
      @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    return views.page(current.brandId(), batch, new Page.Request(page, size), language);
  }

  @GET
  @Path("/{id}")
  public DeliveryView get(
      @RestPath long id, @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    return views.one(current.brandId(), id, language);
  }

  @POST
  @Path("/{id}/cancellation")
  @Operation(summary = "Stop a delivery", description = "The files made so far stay for a while.")
  public DeliveryView cancel(
      @RestPath long id, @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    orders.cancel(current.brandId(), current.userId(), id);
    workshop.cancel(id);
    return views.one(current.brandId(), id, language);
  }

  @POST
  @Path("/{id}/resumption")
  @Operation(
      summary = "Take a delivery up again",
      description = "Goes on at the first file that is missing; its content is the same as before.")
  public Response resume(
      @RestPath long id, @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    orders.resume(current.brandId(), current.userId(), id);
    workshop.look();
    return Response.accepted(views.one(current.brandId(), id, language))
        .location(URI.create("/api/v1/deliveries/" + id))
        .build();
  }
}
