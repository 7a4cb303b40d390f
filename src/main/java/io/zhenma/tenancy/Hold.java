package io.zhenma.tenancy;

import io.zhenma.problem.ProblemType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a session still wants of its owner; until then it has no role. In the order of asking. */
enum Hold {
  /** The code of the second factor. */
  CODE(ProblemType.SECOND_FACTOR),
  /** Another password, since others know this one. */
  PASSWORD(ProblemType.MUST_CHANGE),
  /** A second factor, since it is demanded of them. */
  ENROLMENT(ProblemType.MUST_ENROL),
  NONE(null);

  private final @Nullable ProblemType refusal;

  Hold(@Nullable ProblemType refusal) {
    this.refusal = refusal;
  }

  /** How everything else is refused. */
  Optional<ProblemType> refusal() {
    return Optional.ofNullable(refusal);
  }
}
