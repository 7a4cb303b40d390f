package io.zhenma.evidence;

import io.zhenma.problem.FieldRule;
import io.zhenma.verification.Ruling;
import java.util.OptionalInt;

/**
 * Who decides what about which item, and why.
 *
 * @param note 1 to 500 characters
 * @param seen the number of the item's latest ruling that this person knows, 0 for none; empty when
 *     they decide whatever others did
 */
record RulingOrder(
    long brandId,
    long userId,
    int batch,
    int item,
    Ruling.Kind kind,
    String note,
    OptionalInt seen) {
  private static final int LONGEST_NOTE = 500;

  RulingOrder {
    note = FieldRule.plainText("note", note, LONGEST_NOTE);
  }
}
