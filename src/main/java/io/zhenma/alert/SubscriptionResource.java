package io.zhenma.alert;

import io.zhenma.crypto.WebhookSecret;
import io.zhenma.problem.Page;
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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who hears of a brand's alerts: e-mail addresses and webhooks. */
@Path("/api/v1/alert-subscriptions")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Alerts")
class SubscriptionResource {
  private final Subscriptions subscriptions;
  private final SubscriptionTest test;
  private final Notices notices;
  private final MailSender mails;
  private final AlertConfig config;
  private final CurrentAccess current;

  SubscriptionResource(
      Subscriptions subscriptions,
      SubscriptionTest test,
      Notices notices,
      MailSender mails,
      AlertConfig config,
      CurrentAccess current) {
    this.subscriptions = subscriptions;
    this.test = test;
    this.notices = notices;
    this.mails = mails;
    this.config = config;
    this.current = current;
  }

  /**
   * @param mailOn whether this installation sends mails
   * @param mailsPerHour to one address; what is more stands in the next hour's first
   */
  record Body(List<SubscriptionView> items, boolean mailOn, int mailsPerHour) {}

  /**
   * @param secret of a webhook, told this once; null for mails
   */
  record CreatedBody(SubscriptionView subscription, @Nullable String secret) {}

  record SecretBody(String secret) {}

  record ReplayBody(int replayed) {}

  @GET
  public Body list() {
    return new Body(subscriptions.all(current.brandId()), mails.isOn(), config.mail().perHour());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @Operation(
      summary = "Send alerts to an e-mail address or a webhook",
      description = "A webhook's secret stands in this answer and never again.")
  public CreatedBody create(@Valid @NotNull WantedSubscription wanted) {
    Subscriptions.Made made = subscriptions.create(current.brandId(), current.userId(), wanted);
    return new CreatedBody(
        made.subscription(), made.secret().map(WebhookSecret::text).orElse(null));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("/{id}")
  public SubscriptionView change(@RestPath long id, @Valid @NotNull WantedSubscription wanted) {
    return subscriptions.change(current.brandId(), current.userId(), id, wanted);
  }

  @DELETE
  @Path("/{id}")
  public void delete(@RestPath long id) {
    subscriptions.delete(current.brandId(), current.userId(), id);
  }

  @POST
  @Path("/{id}/secret")
  @Operation(
      summary = "Give a webhook a new secret",
      description = "The previous one goes on signing beside it for a day.")
  public SecretBody rotate(@RestPath long id) {
    return new SecretBody(subscriptions.rotate(current.brandId(), current.userId(), id).text());
  }

  @POST
  @Path("/{id}/test")
  @Operation(summary = "Send a test now and tell what came back")
  public AttemptView test(@RestPath long id) {
    return test.send(current.brandId(), current.userId(), id);
  }

  @GET
  @Path("/{id}/notices")
  @Operation(summary = "What was sent to it, the newest first")
  public Page<NoticeView> notices(
      @RestPath long id,
      @RestQuery @Nullable NoticeState state,
      @RestQuery @DefaultValue("0") int page,
      @RestQuery @DefaultValue("20") int size) {
    return notices.page(current.brandId(), id, state, new Page.Request(page, size));
  }

  @POST
  @Path("/{id}/replay")
  @Operation(summary = "Send all dead letters again")
  public ReplayBody replay(@RestPath long id) {
    return new ReplayBody(notices.replayAll(current.brandId(), current.userId(), id));
  }
}
