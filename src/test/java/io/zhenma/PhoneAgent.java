package io.zhenma;

/** User-Agent headers of people's phones, for tests that play a browser. */
public final class PhoneAgent {
  public static final String WECHAT =
      "Mozilla/5.0 (Linux; Android 12; HUAWEI ALN-AL00 Build/HUAWEIALN-AL00; wv)"
          + " AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile"
          + " Safari/537.36 XWEB/1160 MMWEBSDK/20240301 MicroMessenger/8.0.48 WeChat/arm64 Weixin"
          + " NetType/WIFI Language/zh_CN ABI/arm64";

  private PhoneAgent() {}
}
