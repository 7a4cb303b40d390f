package io.zhenma.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignLinkTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/c/tea/AB-12|AB-12",
        "https://zm.example.cn/c/TEA/AB-12?utm=1#x|AB-12",
        "/c/tea/%E7%9C%9F%2F1|真/1",
        "/c/tea/http%3A%2F%2Fold.example.cn%2Fp%3Fid%3D7|http://old.example.cn/p?id=7",
        "/c/tea/http://old.example.cn/p?id=7&x=%20y#top|http://old.example.cn/p?id=7&x=%20y",
        "/c/tea/HTTPS:/Old.Example.cn/p|https://old.example.cn/p",
        "/c/tea/http://old.example.cn/100%|http://old.example.cn/100%25"
      })
  void bothWaysOfRedirectingLeadToTheCode(String link, String code) {
    assertThat(ForeignLink.parse(link)).contains(new ForeignLink("tea", code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/c/tea/",
        "/c/tea",
        "/c/-tea/x",
        "/c/te a/x",
        "/01/06901234567892/21/17K3QHC4VTN8E2D5XWY6",
        "/c/tea/%",
        "/c/tea/%zz",
        "/c/tea/%ff",
        "/c/tea/%00",
        "/c/tea/x%0d%0aSet-Cookie:x",
        "/c/tea/ftp://old.example.cn/x",
        "//evil.example/c/tea/x",
        "javascript:alert(1)//c/tea/x"
      })
  void whatIsNoSuchLinkIsNone(String text) {
    assertThat(ForeignLink.parse(text)).isEmpty();
  }

  @Property
  void aCodeSurvivesBeingALink(@ForAll String typed) {
    Optional<ForeignCode> code = code(typed);
    code.ifPresent(
        known -> {
          ForeignLink link = new ForeignLink("tea", known.text());
          assertThat(link.path()).matches("/c/tea/[A-Za-z0-9._~%-]+");
          assertThat(ForeignLink.parse("https://zm.example.cn" + link.path())).contains(link);
        });
  }

  private static Optional<ForeignCode> code(String typed) {
    try {
      return Optional.of(ForeignCode.parse(typed, false));
    } catch (ForeignCodeException none) {
      return Optional.empty();
    }
  }
}
