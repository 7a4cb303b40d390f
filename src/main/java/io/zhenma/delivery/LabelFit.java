package io.zhenma.delivery;

import io.zhenma.crypto.CodeKind;
import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.Codes;
import io.zhenma.label.LabelException;
import io.zhenma.label.LabelFormat;
import io.zhenma.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whether a batch's codes fit their labels; better said before the first byte than after. All links
 * of a batch are of the same length.
 */
@ApplicationScoped
class LabelFit {
  private final Codes codes;

  LabelFit(Codes codes) {
    this.codes = codes;
  }

  /**
   * @throws ProblemException when the links are too long for the standard sheet's labels
   */
  void requireReadable(BatchView batch) {
    try {
      LabelFormat.A4_40.requireReadable(codes.code(batch, CodeKind.INNER, 0).url().length());
    } catch (LabelException tooSmall) {
      throw ProblemException.field("linkBase", "label-too-small");
    }
  }
}
