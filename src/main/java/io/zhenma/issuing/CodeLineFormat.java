package io.zhenma.issuing;

/** A line of text a code, with the same four fields: item, kind, serial number, link. */
public enum CodeLineFormat {
  /** RFC 4180 with a header; no field ever needs quoting. */
  CSV("item,kind,serial,link\r\n", "", ",", ",", ",", "\r\n"),
  /** One JSON object a line (ndjson.org); no value ever needs escaping. */
  NDJSON("", "{\"item\":", ",\"kind\":\"", "\",\"serial\":\"", "\",\"link\":\"", "\"}\n");

  private final String header;
  private final String beforeItem;
  private final String beforeKind;
  private final String beforeSerial;
  private final String beforeLink;
  private final String end;

  CodeLineFormat(
      String header,
      String beforeItem,
      String beforeKind,
      String beforeSerial,
      String beforeLink,
      String end) {
    this.header = header;
    this.beforeItem = beforeItem;
    this.beforeKind = beforeKind;
    this.beforeSerial = beforeSerial;
    this.beforeLink = beforeLink;
    this.end = end;
  }

  /** What a file begins with; may be empty. */
  public String header() {
    return header;
  }

  String beforeItem() {
    return beforeItem;
  }

  String beforeKind() {
    return beforeKind;
  }

  String beforeSerial() {
    return beforeSerial;
  }

  String beforeLink() {
    return beforeLink;
  }

  String end() {
    return end;
  }
}
