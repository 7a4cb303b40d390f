package io.zhenma.place;

import java.util.regex.Pattern;

/**
 * What kind of network an address belongs to: whether people sit behind it, and whether its place
 * is theirs. A class is a hint. People do come from data centres (through private networks of
 * theirs and of their employers), and programs do come from homes.
 */
public enum NetworkClass {
  /** Nothing is known. */
  UNKNOWN,
  /** A carrier's subscribers, at home or on the way: the data do not tell which. */
  ACCESS,
  /** A line to a home, an office or a school. */
  FIXED,
  /** A mobile carrier's gateway: thousands share an address, maybe far from where they are. */
  MOBILE,
  /**
   * A privacy relay, a commercial VPN or a company's web gateway: people, but not where the address
   * is.
   */
  RELAY,
  /** Rented machines: mostly programs, some people behind a VPN of their own. */
  DATA_CENTRE;

  private static final Pattern RENTED =
      Pattern.compile(
          "云|数据中心|机房|IDC|托管|服务器|阿里巴巴|腾讯|亚马逊|微软|谷歌|甲骨文|世纪互联|网宿|阿卡迈|脸书|雅虎|层峰网络"
              + "|Amazon|Google|Microsoft|SoftLayer|Oracle|Equinix|Fastly|Cloudflare|StackPath"
              + "|Hurricane|Linode|Hetzner|DigitalOcean|OVH|Vultr|Choopa|LeaseWeb|Rackspace");

  private static final Pattern WIRELESS =
      Pattern.compile("3GNET|移动网络|手机|无线上网|无线网络|蜂窝|T-Mobile|Sprint|JIO|多科莫");

  private static final Pattern LINE = Pattern.compile("宽带|宽频|教育网|大学|学院|学校|有线|固网");

  /** Whether the address's place can be that of the person behind it. */
  public boolean tellsWhere() {
    return this != RELAY && this != DATA_CENTRE;
  }

  /**
   * The class that address data suggest by the name of whoever runs the network, in the data's own
   * words. Names of rented machines come first: 中国移动 runs clouds too.
   */
  static NetworkClass named(String operator) {
    if (operator.isEmpty()) {
      return UNKNOWN;
    }
    if (RENTED.matcher(operator).find()) {
      return DATA_CENTRE;
    }
    if (WIRELESS.matcher(operator).find()) {
      return MOBILE;
    }
    return LINE.matcher(operator).find() ? FIXED : ACCESS;
  }
}
