package io.zhenma.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserAgentTest {

  private static final Random RANDOM = new Random(3);

  @Test
  void controlCharactersAndDoubledBlanksGo() {
    assertThat(new UserAgent(" a\r\nb\t\u0000 c  d\u007f ").text()).isEqualTo("a b c d");
    assertThat(new UserAgent("").text()).isEmpty();
  }

  @Test
  void twoPeopleWithTheSamePhoneAndAppHaveTheSameUserAgent() {
    UserAgent one = new UserAgent(SampleUserAgents.wechatAndroid("7761"));
    UserAgent other = new UserAgent(SampleUserAgents.wechatAndroid("1234"));
    assertThat(one).isEqualTo(other);
    assertThat(one.id()).isEqualTo(other.id());
    assertThat(one.text()).contains("MMWEBSDK/20240404", "MicroMessenger/8.0.49.2600(0x28003133)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MMWEBID/7761",
        "TTID/600000@taobao_android_10.38.10",
        "utdid/ZkQxYjM0NTY3ODkwMTIzNDU2Nzg5",
        "UUID/3f2504e0-4f89-11d3-9a0c-0305e82c3301",
        "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
        "d41d8cd98f00b204e9800998ecf8427e",
        "860123456789012",
        "session_id=abc",
        "userId=20880012345",
        "ep/%7B%22cipher%22%3A%22Zm9vYmFy%22%7D",
        "token:eyJhbGciOiJIUzI1NiJ9.e30.x"
      })
  void whatNamesAPersonOrAPhoneIsCutOut(String token) {
    assertThat(new UserAgent("App/1.0 " + token + " Net/4G").text()).isEqualTo("App/1.0 Net/4G");
    assertThat(new UserAgent("App/1.0;" + token + ";Net/4G").text()).isEqualTo("App/1.0;;Net/4G");
  }

  @Test
  void whatNamesTheDeviceOrTheAppStays() {
    for (String header :
        new String[] {
          SampleUserAgents.WECHAT_IOS,
          SampleUserAgents.WECHAT_HARMONY,
          SampleUserAgents.ALIPAY,
          SampleUserAgents.SAFARI,
          SampleUserAgents.CHROME_ANDROID,
          SampleUserAgents.MIUI,
          SampleUserAgents.EDGE
        }) {
      assertThat(new UserAgent(header).text()).isEqualTo(header);
    }
  }

  @Test
  void theKeyIsStable() {
    assertThat(new UserAgent("").id()).isEqualTo(0xe3b0c44298fc1c14L);
    assertThat(new UserAgent("abc").id()).isEqualTo(0xba7816bf8f01cfeaL);
  }

  @Test
  void lengthIsBounded() {
    assertThat(new UserAgent("ab ".repeat(1_000_000)).text()).hasSizeLessThanOrEqualTo(512);
  }

  @RepeatedTest(200)
  void reducingTwiceIsReducingOnce() {
    String[] pieces = {"UUID/", " ", ";", "a1", "0123456789", "Mozilla/5.0", "(", ")", "-", "é"};
    StringBuilder header = new StringBuilder();
    for (int i = RANDOM.nextInt(40); i >= 0; i--) {
      header.append(pieces[RANDOM.nextInt(pieces.length)]);
    }
    UserAgent once = new UserAgent(header.toString());
    assertThat(new UserAgent(once.text())).isEqualTo(once);
  }
}
