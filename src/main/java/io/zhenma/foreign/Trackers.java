package io.zhenma.foreign;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parameters that applications and advertisers add to addresses that people share. An address that
 * is not found as it stands is looked for without them.
 */
final class Trackers {
  private static final List<String> FAMILIES =
      List.of(
          "utm_", "mtm_", "matomo_", "pk_", "hsa_", "stm_", "gad_", "share_", "sharer_", "xhs",
          "weixin_", "piwik_", "__hs", "_x_tr_");

  private static final Set<String> NAMES =
      Set.of(
          "fbclid",
          "gclid",
          "gclsrc",
          "dclid",
          "wbraid",
          "gbraid",
          "msclkid",
          "mc_cid",
          "mc_eid",
          "yclid",
          "ysclid",
          "igsh",
          "igshid",
          "twclid",
          "ttclid",
          "li_fat_id",
          "_ga",
          "_gl",
          "_hsenc",
          "_hsmi",
          "hsctatracking",
          "mkt_tok",
          "oly_anon_id",
          "oly_enc_id",
          "vero_id",
          "rb_clickid",
          "s_cid",
          "ref_src",
          "srsltid",
          "epik",
          "sccid",
          "_openstat",
          "bd_vid",
          "gdt_vid",
          "qz_gdt",
          "hmsr",
          "hmpl",
          "hmcu",
          "hmkw",
          "hmci",
          "spm",
          "scm",
          "wt_mc",
          "isappinstalled",
          "nsukey",
          "wxshare_count",
          "chksm",
          "shareid",
          "vd_source",
          "mibextid",
          "_branch_match_id",
          "_branch_referrer",
          "cmpid",
          "zanpid",
          "irclickid",
          "trk",
          "wickedid",
          "bxsign",
          "tt_from",
          "wxfid",
          "clicktime",
          "enterid",
          "appuid",
          "apptime",
          "yadclid",
          "qclid",
          "rdt_cid",
          "s_kwcid",
          "ef_id",
          "tduid",
          "cjevent",
          "sc_cid",
          "bsft_eid",
          "bsft_uid",
          "ml_subscriber",
          "ml_subscriber_hash",
          "mkwid",
          "_kx",
          "ck_subscriber_id",
          "dm_i",
          "sms_ss",
          "gs_l",
          "wxuid",
          "sharesource",
          "share",
          "sourcetype",
          "wx_header",
          "pass_ticket",
          "isfromshare",
          "plg_nld",
          "plg_uin",
          "dicbo",
          "vgo_ee",
          "nr_email_referer",
          "rtid",
          "ncid",
          "guccounter",
          "guce_referrer");

  /** What WeChat says of where an address was opened. */
  private static final Set<String> SHARED_FROM =
      Set.of(
          "from=timeline",
          "from=singlemessage",
          "from=groupmessage",
          "from=message",
          "from=singlechat",
          "from=groupchat");

  private Trackers() {}

  /**
   * @param parameter name, and value behind an equals sign
   */
  static boolean has(String parameter) {
    String lower = parameter.toLowerCase(Locale.ROOT);
    String name = lower.split("=", 2)[0];
    return NAMES.contains(name)
        || SHARED_FROM.contains(lower)
        || FAMILIES.stream().anyMatch(name::startsWith);
  }

  /** An address without them, and without parameters that are longer than any code. */
  static String leftOut(String address) {
    int query = address.indexOf('?');
    if (query < 0) {
      return address;
    }
    String own =
        Stream.of(address.substring(query + 1).split("&", -1))
            .filter(parameter -> !has(parameter) && parameter.length() <= ForeignCode.LONGEST)
            .collect(Collectors.joining("&"));
    return address.substring(0, query) + (own.isEmpty() ? "" : "?" + own);
  }
}
