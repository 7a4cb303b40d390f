package io.zhenma.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignCodeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP://Old.Example.CN/p/aB3|http://old.example.cn/p/aB3",
        "http://old.example.cn:80/p?id=1#top|http://old.example.cn/p?id=1",
        "https://old.example.cn:443|https://old.example.cn/",
        "https://old.example.cn:8443/x|https://old.example.cn:8443/x",
        "http://old.example.cn./x|http://old.example.cn/x",
        "http:/old.example.cn/x|http://old.example.cn/x",
        "http://old.example.cn/a/../b/./c|http://old.example.cn/b/c",
        "http://old.example.cn/%7euser/%e7%9c%9f|http://old.example.cn/~user/%E7%9C%9F",
        "http://old.example.cn/真 码|http://old.example.cn/%E7%9C%9F%20%E7%A0%81",
        "http://old.example.cn/100%|http://old.example.cn/100%25",
        "http://真码.example/x|http://xn--6kq73i.example/x"
      })
  void anAddressHasOneForm(String typed, String normal) {
    // Whatever the host's encoding is called, it is ASCII
    String text = ForeignCode.parse(typed, false).text();
    if (typed.contains("真码.")) {
      assertThat(text).matches("http://xn--[a-z0-9]+\\.example/x");
    } else {
      assertThat(text).isEqualTo(normal);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|EMPTY",
        "'   '|EMPTY",
        "ftp://old.example.cn/x|SCHEME",
        "http://|ADDRESS",
        "http://user:secret@old.example.cn/|ADDRESS",
        "http://old.example.cn:99999/|ADDRESS",
        "http://old.example.cn:0/|ADDRESS",
        "http://a..b/|ADDRESS",
        "http://[::1]/|ADDRESS",
        "http://exa mple/|ADDRESS"
      })
  void whatIsNoCodeIsRefusedForItsReason(String typed, LineFault fault) {
    assertThatThrownBy(() -> ForeignCode.parse(typed, false))
        .isInstanceOfSatisfying(
            ForeignCodeException.class, refused -> assertThat(refused.fault()).isEqualTo(fault));
  }

  @Test
  void whatNobodyCanSeeIsRefused() {
    for (String hidden :
        new String[] {"\u0000", "\u001b[2J", "\u200b", "\u202e", "\ud800", "\u2028"}) {
      assertThatThrownBy(() -> ForeignCode.parse("AB" + hidden + "CD", false))
          .as("U+%04X", (int) hidden.charAt(0))
          .isInstanceOfSatisfying(
              ForeignCodeException.class,
              refused -> assertThat(refused.fault()).isEqualTo(LineFault.UNREADABLE));
    }
  }

  @Test
  void lengthHasAnEnd() {
    assertThat(ForeignCode.parse("x".repeat(100), false).text()).hasSize(100);
    assertThatThrownBy(() -> ForeignCode.parse("x".repeat(101), false))
        .isInstanceOf(ForeignCodeException.class);
    String address = "http://old.example.cn/";
    assertThat(ForeignCode.parse(address + "x".repeat(500 - address.length()), false).text())
        .hasSize(500);
    assertThatThrownBy(
            () -> ForeignCode.parse(address + "码".repeat(100), false)) // 9 characters each
        .isInstanceOf(ForeignCodeException.class);
  }

  @Test
  void caseCountsUnlessItIsToBeIgnored() {
    assertThat(ForeignCode.parse("aB3", false)).isNotEqualTo(ForeignCode.parse("AB3", false));
    assertThat(ForeignCode.parse("aB3", true)).isEqualTo(ForeignCode.parse("Ab3", true));
    assertThat(ForeignCode.parse("STRAẞE", true))
        .isEqualTo(ForeignCode.parse("straße", true))
        .isEqualTo(ForeignCode.parse("STRASSE", true));
    assertThat(ForeignCode.parse("http://x.cn/aB", true))
        .isEqualTo(ForeignCode.parse("HTTP://X.CN/Ab", true));
    assertThat(ForeignCode.parse("ab3", false).hash())
        .as("a code that ignores case is another code, even where its text is the same")
        .isNotEqualTo(ForeignCode.parse("ab3", true).hash());
  }

  @Property
  void readingACodeAgainGivesTheSame(@ForAll String typed, @ForAll boolean ignoreCase) {
    for (String text : new String[] {typed, "http://old.example.cn/" + typed}) {
      try {
        ForeignCode code = ForeignCode.parse(text, ignoreCase);
        assertThat(ForeignCode.parse(code.text(), ignoreCase)).isEqualTo(code);
      } catch (ForeignCodeException none) {
        assertThat(none.fault()).isNotNull();
      }
    }
  }
}
