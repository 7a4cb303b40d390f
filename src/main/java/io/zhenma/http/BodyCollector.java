package io.zhenma.http;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.zhenma.http.BodyRule.Way;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Collects bodies on the thread of their connection, before a worker is taken: a client that sends
 * slowly holds nothing but its connection. Only uploads that are read as they come go on at once,
 * and only for somebody who is signed in; others are refused without reading them.
 */
@ApplicationScoped
class BodyCollector {
  /** After authentication and limits, before whatever answers. */
  private static final int COLLECT = RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT - 10;

  private static final String KEY = BodyCollector.class.getName();
  private static final int BAD_REQUEST = 400;
  private static final int TOO_LARGE = 413;
  private static final Set<HttpMethod> WITHOUT_BODY =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

  private final BodyRules rules;
  private final BodyRoom room;
  private final EdgeProblems problems;
  private final UploadDirectory uploads;
  private final Map<Long, BodyHandler> readers = new ConcurrentHashMap<>();

  BodyCollector(BodyRules rules, BodyRoom room, EdgeProblems problems, UploadDirectory uploads) {
    this.rules = rules;
    this.room = room;
    this.problems = problems;
    this.uploads = uploads;
  }

  void register(@Observes Router router) {
    router.route().order(COLLECT).handler(this::take).failureHandler(this::unreadable);
    router.route().order(COLLECT + 1).handler(this::taken);
  }

  private void take(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!mayHaveBody(request)) {
      context.next();
      return;
    }
    if (!ContentType.isReadable(request.getHeader("Content-Type"))) {
      problems.refuse(request, ProblemType.UNSUPPORTED_MEDIA_TYPE);
      return;
    }
    BodyRule rule = rules.of(context);
    if (rule.way() == Way.STREAMED && isNobody(context)) {
      problems.refuse(request, ProblemType.UNAUTHENTICATED);
      return;
    }
    room.enter(request, rule)
        .ifPresent(
            body -> {
              context.addEndHandler(over -> leave(context, body));
              if (rule.way() == Way.STREAMED) {
                context.next();
              } else {
                context.put(KEY, body);
                reader(rule.limit()).handle(context);
                if (!context.failed()) {
                  request.exceptionHandler(broken -> abandon(context, broken));
                }
              }
            });
  }

  /** A file that was cut off is never whole, so nobody else deletes it. */
  private void leave(RoutingContext context, UnfinishedBody body) {
    room.remove(body);
    if (context.request().isExpectMultipart()) {
      discardFiles(context);
    }
  }

  private void taken(RoutingContext context) {
    UnfinishedBody body = context.remove(KEY);
    if (body != null) {
      room.finished(body);
      if (isFormWithNothingInIt(context)) {
        problems.refuse(context.request(), ProblemType.MALFORMED);
        return;
      }
      CollectedBody.mark(context);
    }
    context.next();
  }

  /** What is read as a form and holds no field is none, or was cut off. No body at all is fine. */
  private static boolean isFormWithNothingInIt(RoutingContext context) {
    HttpServerRequest request = context.request();
    return request.isExpectMultipart()
        && (request.bytesRead() > 0 || BodyRules.isForm(request.getHeader("Content-Type")))
        && request.formAttributes().isEmpty()
        && context.fileUploads().isEmpty();
  }

  /**
   * Broken forms, bodies that grew too large, clients that left. What fails later, such as a
   * look-up of who asks, passes here too and is answered by others.
   */
  private void unreadable(RoutingContext context) {
    if (context.get(KEY) == null) {
      context.next();
      return;
    }
    problems.refuse(
        context.request(),
        context.statusCode() == TOO_LARGE ? ProblemType.TOO_LARGE : ProblemType.MALFORMED);
  }

  private static void abandon(RoutingContext context, Throwable broken) {
    discardFiles(context);
    if (!context.failed()) {
      context.fail(BAD_REQUEST, broken);
    }
  }

  /**
   * The reader's own way to do this fails when a file was whole already, and keeps one that never
   * became whole (Vert.x 4.5); so it finds none.
   */
  private static void discardFiles(RoutingContext context) {
    List<FileUpload> files = List.copyOf(context.fileUploads());
    context.fileUploads().clear();
    for (FileUpload file : files) {
      stop(file);
      context.vertx().fileSystem().delete(file.uploadedFileName());
    }
  }

  private static void stop(FileUpload file) {
    try {
      file.cancel();
    } catch (IllegalStateException whole) {
      return;
    }
  }

  private BodyHandler reader(long limit) {
    return readers.computeIfAbsent(
        limit,
        most ->
            BodyHandler.create(uploads.path().toString())
                .setBodyLimit(most)
                .setMergeFormAttributes(false)
                .setDeleteUploadedFilesOnEnd(true));
  }

  private static boolean mayHaveBody(HttpServerRequest request) {
    return !WITHOUT_BODY.contains(request.method())
        && !request.isEnded()
        && (request.version() == HttpVersion.HTTP_2
            || request.headers().contains("Content-Length")
            || request.headers().contains("Transfer-Encoding"));
  }

  private static boolean isNobody(RoutingContext context) {
    return !(context.user() instanceof QuarkusHttpUser user)
        || user.getSecurityIdentity().isAnonymous();
  }
}
