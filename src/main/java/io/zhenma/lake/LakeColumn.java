package io.zhenma.lake;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the lake knows of a scan, in the order of the file's columns. Nothing personal is among it:
 * no address or network, no coordinates, no User-Agent, no id that a phone has seen.
 */
enum LakeColumn {
  BRAND_ID("s.brand_id", ColumnType.NUMBER),
  LANE("s.lane", ColumnType.NUMBER),
  SEQ("s.seq", ColumnType.NUMBER),
  SCANNED_AT("s.scanned_at", ColumnType.TIME),
  PRODUCT_ID("s.product_id", ColumnType.NUMBER),
  GTIN("p.gtin", ColumnType.TEXT),
  LIST_PRICE_FEN("s.list_price_fen", ColumnType.NUMBER),
  BATCH_NUMBER("s.batch_number", ColumnType.NUMBER),
  ITEM_NUMBER("s.item_number", ColumnType.NUMBER),
  KIND("s.kind", ColumnType.TEXT),
  VISITOR("s.visitor", ColumnType.TEXT),
  OUTCOME("s.outcome", ColumnType.TEXT),
  REASONS("s.reasons", ColumnType.TEXT),
  SCORE("s.score", ColumnType.NUMBER),
  POLICY_VERSION("s.policy_version", ColumnType.NUMBER),
  DEVICE("s.device", ColumnType.DEVICE),
  LANGUAGE("s.language", ColumnType.TEXT),
  CARRIER("s.carrier", ColumnType.TEXT),
  COUNTRY("s.country", ColumnType.TEXT),
  PROVINCE("s.province", ColumnType.TEXT),
  CITY("s.city", ColumnType.TEXT),
  PLACE_SOURCE("s.place_source", ColumnType.TEXT),
  DEVICE_CLASS("u.device_class", ColumnType.TEXT),
  OS_NAME("u.os_name", ColumnType.TEXT),
  HOST_APP("u.host_app", ColumnType.TEXT);

  /** Reads a brand's rows of a day, all columns in order. */
  static final String FROM_DATABASE =
      "SELECT "
          + Arrays.stream(values()).map(column -> column.source).collect(Collectors.joining(", "))
          + " FROM scan s LEFT JOIN product p ON p.brand_id = s.brand_id AND p.id = s.product_id"
          + " LEFT JOIN user_agent u ON u.id = s.user_agent_id"
          + " WHERE s.brand_id = ? AND s.scanned_at >= ? AND s.scanned_at < ?";

  /** The columns of a table that holds a day before it is a file. */
  static final String TABLE =
      Arrays.stream(values())
          .map(column -> column.title() + " " + column.type.inFile() + " NOT NULL")
          .collect(Collectors.joining(", "));

  /** All columns, in order. */
  static final String TITLES =
      Arrays.stream(values()).map(LakeColumn::title).collect(Collectors.joining(", "));

  private final String source;
  private final ColumnType type;

  LakeColumn(String source, ColumnType type) {
    this.source = source;
    this.type = type;
  }

  ColumnType type() {
    return type;
  }

  /** Its name in the file. */
  String title() {
    return name().toLowerCase(Locale.ROOT);
  }
}
