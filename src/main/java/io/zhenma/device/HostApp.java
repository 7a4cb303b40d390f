package io.zhenma.device;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The app in which the page was opened. The order matters where an app names another one: Tmall
 * says AliApp(TM…) beside TB, enterprise and mini apps say MicroMessenger too.
 */
public enum HostApp {
  DINGTALK("DingTalk/([\\w.]+)"),
  ALIPAY("AlipayClient/([\\w.]+)|AliApp\\(AP/([\\w.]+)"),
  TMALL("AliApp\\(TM/([\\w.]+)"),
  TAOBAO("AliApp\\((?:TB|LT)[\\w-]*/([\\w.]+)"),
  WECHAT("MicroMessenger/([\\w.]+)"),
  DOUYIN("aweme[\\w.]*[/_]([\\w.]+)|\\bdouyin/([\\w.]+)"),
  JD("\\bjdapp;[^;]*;([\\w.]+)|\\bjdapp\\b"),
  XIAOHONGSHU("\\bxhs(?:discover|[- ]?\\w*)?/([\\w.]+)|xhsdiscover"),
  UNIONPAY("UnionPay/([\\w.]+)|\\(com\\.unionpay"),
  WEIBO("__weibo__([\\d.]+)|\\bWeibo\\b"),
  BAIDU("baiduboxapp/([\\w.]+)"),
  QQ("\\bQQ/([\\d.]+)"),
  OTHER(
      "AliApp\\((?!AP|TB|LT|TM)[\\w-]+/([\\w.]+)|\\bkwai\\w*/([\\w.]+)|Kwai_Lite|Meituan\\w*/([\\w.]+)"
          + "|pinduoduo|\\bBytedanceWebview\\b|FBAN|FBAV|Instagram ([\\d.]+)|\\bLine/([\\d.]+)"
          + "|BiliApp/([\\w.]+)|Zhihu\\w*/([\\w.]+)"),
  /** No app: a browser, or something that calls itself one. */
  BROWSER("(?!)");

  private final Pattern sign;

  HostApp(String sign) {
    this.sign = Pattern.compile(sign, Pattern.CASE_INSENSITIVE);
  }

  /** An app and its version, "" where the header tells none. */
  record Sighting(HostApp app, String version) {}

  static Sighting in(String userAgent) {
    for (HostApp app : values()) {
      Matcher found = app.sign.matcher(userAgent);
      if (found.find()) {
        return new Sighting(app, version(found));
      }
    }
    return new Sighting(BROWSER, "");
  }

  private static String version(Matcher found) {
    for (int group = 1; group <= found.groupCount(); group++) {
      if (found.group(group) != null) {
        return found.group(group);
      }
    }
    return "";
  }
}
