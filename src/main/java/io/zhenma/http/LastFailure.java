package io.zhenma.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.zhenma.problem.LostDatabase;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/** Answers failures that nobody else has answered, in place of the server's own page. */
@ApplicationScoped
class LastFailure {
  private static final Logger LOG = Logger.getLogger(LastFailure.class);
  private static final int BEFORE_THE_SERVERS_OWN = Integer.MAX_VALUE - 1;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int TOO_LARGE = 413;
  private static final int SERVER_ERROR = 500;

  private final EdgeProblems problems;

  LastFailure(EdgeProblems problems) {
    this.problems = problems;
  }

  void register(@Observes Router router) {
    router.route().order(BEFORE_THE_SERVERS_OWN).failureHandler(this::answer);
  }

  private void answer(RoutingContext context) {
    int status = context.statusCode();
    if (context.failure() instanceof SecurityException) {
      context.next();
    } else if (status == NOT_FOUND) {
      problems.answer(context.request(), ProblemType.NOT_FOUND);
    } else if (status == TOO_LARGE) {
      problems.refuse(context.request(), ProblemType.TOO_LARGE);
    } else if (status >= BAD_REQUEST && status < SERVER_ERROR) {
      problems.refuse(context.request(), ProblemType.MALFORMED);
    } else if (context.failure() != null && LostDatabase.in(context.failure())) {
      problems.answer(context.request(), ProblemType.UNAVAILABLE);
    } else if (context.failure() instanceof RejectedExecutionException) {
      problems.answer(context.request(), ProblemType.OVERLOADED);
    } else {
      LOG.error("request failed outside the features", context.failure());
      problems.answer(context.request(), ProblemType.INTERNAL);
    }
  }
}
