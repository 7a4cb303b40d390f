package io.zhenma.device;

/** Headers as phones and machines in China send them; identifiers in them are made up. */
final class SampleUserAgents {

  private static final String IPHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
          + " Gecko) ";

  static final String WECHAT_IOS =
      IPHONE + "Mobile/15E148 MicroMessenger/8.0.50(0x18003234) NetType/WIFI Language/zh_CN";
  static final String WECHAT_ANDROID = wechatAndroid("7761");
  static final String WECHAT_HARMONY =
      "Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile"
          + " MicroMessenger/8.0.10.33(0xf38005d7) NetType/5G Language/zh_CN";
  static final String ALIPAY =
      IPHONE
          + "Mobile/15E148 NetType/4G NebulaSDK/1.8.100112 Nebula AliApp(AP/10.6.20.6000)"
          + " AlipayClient/10.6.20.6000 Language/zh-Hans useStatusBar/true";
  static final String TAOBAO =
      android("V2324A Build/UP1A.231005.007; wv")
          + " AliApp(TB/10.38.10) WindVane/8.5.0 TTID/600000@taobao_android_10.38.10 UT4Aplus/0.0.4";
  static final String TMALL =
      IPHONE + "Mobile/15E148 AliApp(TM/15.10.0) WindVane/8.7.2 TTID/201200@tmall_iphone_15.10.0";
  static final String DOUYIN =
      android("PHZ110 Build/UKQ1.230924.001; wv")
          + " aweme/30.2.0 JsSdk/1.0 NetType/4G Channel/oppo AppName/aweme app_version/30.2.0"
          + " ByteLocale/zh-CN Region/CN BytedanceWebview/d8a21c6";
  static final String JD =
      "jdapp;iPhone;13.2.8;;;M/5.0;appBuild/169370;ep/%7B%22cipher%22%3A%22Zm9vYmFy%22%7D;"
          + "jdSupportDarkMode/0;Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X)"
          + " AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148;supportJDSHWK/1;";
  static final String QUARK =
      "Mozilla/5.0 (Linux; U; Android 14; zh-CN; 23127PN0CC Build/UKQ1.230804.001)"
          + " AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/100.0.4896.58"
          + " Quark/7.1.0.651 Mobile Safari/537.36";
  static final String UC =
      "Mozilla/5.0 (Linux; U; Android 13; zh-CN; M2102J2SC Build/TKQ1.220829.002)"
          + " AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/100.0.4896.58"
          + " UCBrowser/16.6.8.1317 Mobile Safari/537.36";
  static final String BAIDU =
      android("LYA-AL00 Build/HUAWEILYA-AL00; wv")
          + " T7/13.60 baiduboxapp/13.60.0.10 (Baidu; P1 12)";
  static final String QQ =
      IPHONE + "Mobile/15E148 QQ/9.0.75.616 V1_IPH_SQ_9.0.75_1_APP_A Pixel/1170 NetType/WIFI";
  static final String WEIBO =
      IPHONE + "Mobile/15E148 Weibo (iPhone14,2__weibo__14.7.0__iphone__os17.5.1)";
  static final String DINGTALK =
      IPHONE + "Mobile/21F90 AliApp(DingTalk/7.5.20) com.laiwang.DingTalk/36800000 Channel/201200";
  static final String UNIONPAY =
      IPHONE + "Mobile/15E148 (com.unionpay.chsp) (cordova 4.5.4) (updebug 0) (version 1010)";
  static final String XIAOHONGSHU =
      IPHONE + "Mobile/15E148 xhsdiscover/8.42 (NetType/WiFi; Version/8.42)";
  static final String SAFARI = IPHONE + "Version/17.5 Mobile/15E148 Safari/604.1";
  static final String CHROME_ANDROID =
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/130.0.0.0 Mobile Safari/537.36";
  static final String HUAWEI_BROWSER =
      "Mozilla/5.0 (Linux; Android 12; HarmonyOS; ALN-AL00; HMSCore 6.15.0.302)"
          + " AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.5735.196"
          + " HuaweiBrowser/16.0.3.302 Mobile Safari/537.36";
  static final String HARMONY_BROWSER =
      "Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile HuaweiBrowser/5.1.3.311";
  static final String MIUI =
      "Mozilla/5.0 (Linux; U; Android 13; zh-cn; Redmi K50 Build/TP1A.220624.014)"
          + " AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/100.0.4896.127 Mobile"
          + " Safari/537.36 XiaoMi/MiuiBrowser/17.9.110829";
  static final String SAMSUNG =
      "Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-S9180) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36";
  static final String HONOR =
      android("ANY-AN00 Build/HONORANY-AN00; wv")
          + " MicroMessenger/8.0.35.2360(0x28002353) NetType/3gnet";
  static final String REALME = android("RMX3888 Build/UKQ1.230924.001");
  static final String EDGE =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0";
  static final String CURL = "curl/8.5.0";
  static final String GOOGLEBOT =
      "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
  static final String BAIDU_SPIDER =
      "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)";
  static final String WECHAT_PREVIEW =
      "Mozilla/5.0 (compatible; WeChatLinkPreview/1.0) MicroMessenger/8.0";

  private SampleUserAgents() {}

  static String wechatAndroid(String webId) {
    return android("23013RK75C Build/TKQ1.220905.001; wv")
        + " XWEB/1160117 MMWEBSDK/20240404 MMWEBID/"
        + webId
        + " MicroMessenger/8.0.49.2600(0x28003133) WeChat/arm64 Weixin NetType/4G Language/zh_CN"
        + " ABI/arm64";
  }

  private static String android(String device) {
    return "Mozilla/5.0 (Linux; Android 14; "
        + device
        + ") AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile"
        + " Safari/537.36";
  }
}
