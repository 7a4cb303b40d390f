package io.zhenma.scan;

import io.zhenma.sql.PreparedSession;
import java.sql.SQLException;
import java.util.List;

/**
 * What follows the journal: a bean of this type is given every event once, in the order of its
 * lane, soon after the scan was answered.
 */
public interface JournalProjection {
  /** What its position in the journal is saved under; never changes. */
  String projectionName();

  /**
   * Takes in the next events of a brand, within the transaction of the session, in which its
   * position moves as well. Other projections may be given the same list in the same transaction;
   * after a failure it is called again with the same events, in one of its own. An event that fails
   * again and again is put aside and may be applied after later ones ({@link ParkedEvents}).
   */
  void apply(PreparedSession session, long brandId, List<ScanEvent> events) throws SQLException;
}
