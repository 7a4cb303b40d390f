package io.zhenma.delivery;

import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Takes orders for deliveries. */
@Path("/api/v1/batches/{number}/deliveries")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Deliveries")
class DeliveryOrderResource {
  private final DeliveryOrders orders;
  private final DeliveryViews views;
  private final Workshop workshop;
  private final CurrentAccess current;

  DeliveryOrderResource(
      DeliveryOrders orders, DeliveryViews views, Workshop workshop, CurrentAccess current) {
    this.orders = orders;
    this.views = views;
    this.workshop = workshop;
    this.current = current;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Order files of a batch's codes",
      description = "Answers at once; poll the Location until the state is READY.")
  public Response create(
      @RestPath int number,
      @Valid @NotNull WantedDelivery wanted,
      @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    Delivery delivery = orders.create(current.brandId(), current.userId(), number, wanted);
    workshop.look();
    return Response.accepted(views.one(delivery.brandId, delivery.id, language))
        .location(URI.create("/api/v1/deliveries/" + delivery.id))
        .build();
  }
}
