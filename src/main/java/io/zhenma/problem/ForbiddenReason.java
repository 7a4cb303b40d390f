package io.zhenma.problem;

import java.util.Optional;

/** Why somebody who is signed in may not, where more is known than that their role is another. */
public interface ForbiddenReason {
  /** What refuses the present request; empty for their role. */
  Optional<ProblemType> reason();
}
