package io.zhenma.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever others do to a link, it names its item or none. */
class LinkReaderTest {
  private static final String BASE = "https://zm.example.cn";
  private static final DigitalLink COMPACT =
      new DigitalLink(Gtin.parse("6901234567892"), new SerialNumber("17K3QHC4VTN8E2D5XWY6"));
  private static final DigitalLink SIGNED =
      new DigitalLink(
          COMPACT.gtin(),
          Optional.of(new Lot("A/7.x")),
          COMPACT.serial(),
          Optional.of(ExpiryDate.of(LocalDate.of(2029, 11, 30))),
          Optional.of(LinkSignature.of(new byte[LinkSignature.BYTES])));

  @Test
  void everyDecorationOfACompactLinkLeadsToItsItem() {
    String link = COMPACT.at(BASE);
    List<String> wrong = new ArrayList<>();
    for (UnaryOperator<String> spelling : Decorations.SPELLINGS) {
      for (String added : all()) {
        String text = spelling.apply(link) + added;
        for (String sent : List.of(text, Decorations.sent(text))) {
          if (!names(COMPACT, sent)) {
            wrong.add(sent);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everySpellingOfASignedLinkKeepsItsParts() {
    String link = SIGNED.at(BASE);
    for (UnaryOperator<String> spelling : Decorations.SPELLINGS) {
      for (String added : Decorations.BEHIND) {
        String text = spelling.apply(link) + added;
        DigitalLink read = LinkReader.read(text);
        assertThat(read.serial()).as(text).isEqualTo(SIGNED.serial());
        assertThat(read.lot()).as(text).isPresent();
        assertThat(read.lot().get().isSpelling("A/7.x")).as(text).isTrue();
        assertThat(read.expiry()).as(text).isEqualTo(SIGNED.expiry());
        assertThat(read.signature()).as(text).isEqualTo(SIGNED.signature());
      }
    }
  }

  private static List<String> all() {
    List<String> all = new ArrayList<>(Decorations.BEHIND);
    all.addAll(Decorations.ADDED);
    all.add("");
    return all;
  }

  @Provide
  Arbitrary<DigitalLink> links() {
    Arbitrary<Gtin> gtins =
        Arbitraries.strings()
            .numeric()
            .ofLength(13)
            .map(body -> Gtin.complete("0" + body.substring(1)));
    Arbitrary<SerialNumber> serials =
        Combinators.combine(
                Arbitraries.integers().between(0, 31),
                Arbitraries.longs().between(0, (1L << 45) - 1),
                Arbitraries.longs().between(0, (1L << 50) - 1))
            .as(SerialNumber::of);
    Arbitrary<Optional<Lot>> lots =
        Arbitraries.strings()
            .withChars("ABCXYZabcxyz0189!\"%&'()*+,-./_:;<=>?")
            .ofMinLength(1)
            .ofMaxLength(20)
            .map(Lot::new)
            .optional();
    return Combinators.combine(gtins, serials, lots)
        .as(
            (gtin, serial, lot) ->
                new DigitalLink(gtin, lot, serial, Optional.empty(), Optional.empty()));
  }

  @Provide
  Arbitrary<String> behind() {
    return Combinators.combine(
            Arbitraries.of(Decorations.ADDED).list().ofMaxSize(2),
            Arbitraries.of(Decorations.BEHIND).list().ofMaxSize(3))
        .as((added, marks) -> String.join("", added) + String.join("", marks));
  }

  @Property(tries = 500)
  void everyIssuedLinkIsReadAsItIs(@ForAll("links") DigitalLink link) {
    assertThat(LinkReader.read(link.at(BASE))).isEqualTo(link);
    assertThat(LinkReader.read(link.path())).isEqualTo(link);
    assertThat(LinkReader.read(link.gtin() + "/" + link.serial().grouped()).serial())
        .isEqualTo(link.serial());
  }

  /** Links as they are printed are read by a short way, which must lead where the long one does. */
  @Property(tries = 500)
  void theShortWayLeadsWhereTheLongOneDoes(
      @ForAll("links") DigitalLink link, @ForAll @IntRange(max = 9) int digit) {
    String path = new DigitalLink(link.gtin(), link.serial()).path();
    String changed = path.substring(0, 17) + digit + path.substring(18);
    for (String text :
        List.of(path, changed, BASE + changed, BASE.toUpperCase(Locale.ROOT) + path)) {
      assertThat(outcome(text)).isEqualTo(outcome(text + "?"));
    }
  }

  private static Object outcome(String text) {
    try {
      return LinkReader.read(text);
    } catch (Gs1Exception refused) {
      return refused.error();
    }
  }

  @Property(tries = 1000)
  void noHeapOfDecorationsLeadsToAnotherItem(
      @ForAll("links") DigitalLink link, @ForAll("behind") String behind) {
    assertThat(names(link, link.at(BASE) + behind)).as(behind).isTrue();
    assertThat(names(link, Decorations.sent(link.path() + behind))).as(behind).isTrue();
  }

  /** Cut, with something else behind: it is read as nothing, never as another item. */
  @Property(tries = 1000)
  void aLinkThatLostItsEndNamesNothing(
      @ForAll("links") DigitalLink link, @ForAll("behind") String behind) {
    String path = link.path();
    for (int lost = 1; lost < 20; lost += 6) {
      String text = path.substring(0, path.length() - lost) + behind;
      assertThatThrownBy(() -> LinkReader.read(text)).as(text).isInstanceOf(Gs1Exception.class);
    }
  }

  private static boolean names(DigitalLink link, String text) {
    try {
      DigitalLink read = LinkReader.read(text);
      return read.gtin().equals(link.gtin()) && read.serial().equals(link.serial());
    } catch (Gs1Exception none) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "/01/06901234567892",
        "/01/06901234567892/22/2A",
        "/01/06901234567892/21/",
        "/01/06901234567892/21/17K3QHC4VTN8E2D5XWY",
        "/01/06901234567892/21/17K3QHC4VTN8E2D5XWY67",
        "/01/06901234567892/21/17K3QHC4VTN8E2D5XWYU",
        "/01/06901234567892/21/17K3QHC4VTN8E2D5X the",
        "/01/06901234567892/21/17K3QHC4VTN8E2D5XWY6hello",
        "/01/06901234567890/21/17K3QHC4VTN8E2D5XWY6",
        "/01/06901234567892/21/17K3Q?21=17K3QHC4VTN8E2D5XWY6",
        "/01/06901234567892/21/17K3QHC4VTN8E2D5XWY6 /01/06901234567892/21/17K3QHC4VTN8E2D5XWY7",
        "/01/06901234567892/21/17K3?u=https%3A%2F%2Fh%2F01%2F09521234543213%2F21%2F17K3QHC4VTN8E2D5XWY6"
      })
  void whatNamesNoItemOrTwoIsNotRead(String text) {
    assertThatThrownBy(() -> LinkReader.read(text)).isInstanceOf(Gs1Exception.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/01/06901234567892?21=17K3QHC4VTN8E2D5XWY6",
        "/01/06901234567892/10/L?ser=17k3qhc4vtn8e2d5xwy6&x=1",
        "/21/17K3QHC4VTN8E2D5XWY6/01/06901234567892",
        "/01/06901234567892/17K3QHC4VTN8E2D5XWY6",
        "/01/06901234567892/10/L/17K3QHC4VTN8E2D5XWY6",
        "/01/6901234567892/21/17K3QHC4VTN8E2D5XWY6/10/L",
        "6901234567892/17K3 QHC4 VTN8 E2D5 XWY6",
        "https://open.example/redirect?url=https%3A%2F%2Fh%2F01%2F06901234567892%2F21%2F17K3QHC4VTN8E2D5XWY6"
      })
  void keysStandWhereTheyLike(String text) {
    assertThat(names(COMPACT, text)).isTrue();
  }

  /** As scanners of GS1 symbols, keyboards of other scripts and mail programs hand it on. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(01)06901234567892(21)17K3QHC4VTN8E2D5XWY6",
        "(01) 06901234567892 (10) A/7.x (21) 17K3Q HC4VT N8E2D 5XWY6",
        "（21）17k3qhc4vtn8e2d5xwy6（01）06901234567892",
        "01069012345678922117K3QHC4VTN8E2D5XWY6",
        "01069 01234 56789 22117 K3QHC 4VTN8 E2D5X WY6",
        "]Q301069012345678921729113010A/7.x\u001d2117K3QHC4VTN8E2D5XWY6\r",
        "\u001d010690123456789210A<GS>2117K3QHC4VTN8E2D5XWY6{GS}22B",
        "]C1010690123456789210A|2117K3QHC4VTN8E2D5XWY6",
        "HTTPS：//ZM。EXAMPLE。CN、01、06901234567892、21、17K3QHC4VTN8E2D5XWY6",
        "https://h\u221501\u221506901234567892\u204421\u204417K3QHC4VTN8E2D5XWY6",
        "https://h/?01=06901234567892&10=A&21=17K3QHC4VTN8E2D5XWY6",
        "https://h/x?ser=17k3qhc4vtn8e2d5xwy6&gtin=06901234567892",
        "6901234567892 17K3Q HC4VT N8E2D 5XWY6",
        "06901234567892\n17K3QHC4VTN8E2D5XWY6",
        "https://h/01/06901234567892/\r\n  21/17K3QHC4VTN8E2D5XWY6",
        "https://h/01/\n06901234567892/21/\n17K3QHC4VTN8E2D5XWY6\nbye",
        "https://h/01/./06901234567892/./21/./17K3QHC4VTN8E2D5XWY6",
        "https://h/01;v=1/06901234567892;v=2/21;v=3/17K3QHC4VTN8E2D5XWY6",
        "https://h/01/0690123456%E2%80%8B7892/21/17K3QHC4VTN8E2D5XWY6",
        "【真码】https://h/01/06901234567892/21/17K3QHC4VTN8E2D5XWY6，复制"
      })
  void whatScannersAndKeyboardsMakeOfItIsRead(String text) {
    assertThat(names(COMPACT, text)).isTrue();
    assertThat(LinkReader.isMore(text)).isTrue();
  }

  @Test
  void elementStringsKeepLotAndExpiry() {
    for (String text :
        List.of(
            "(01)06901234567892(17)291130(10)A/7.x(21)17K3QHC4VTN8E2D5XWY6",
            "01069012345678921729113010A/7.x\u001d2117K3QHC4VTN8E2D5XWY6")) {
      DigitalLink read = LinkReader.read(text);
      assertThat(read.lot()).contains(new Lot("A/7.x"));
      assertThat(read.expiry()).isEqualTo(SIGNED.expiry());
      assertThat(read.signature()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01069012345678922117K3QHC4VTN8E2D5XWY",
        "01069012345678922117K3QHC4VTN8E2D5XWY610A",
        "010690123456789210A2117K3QHC4VTN8E2D5XWY6",
        "01069012345678912117K3QHC4VTN8E2D5XWY6",
        "(01)06901234567892(21)17K3QHC4VTN8E2D5XWY6(21)17K3QHC4VTN8E2D5XWY7",
        "(01)06901234567892(10)A",
        "/01/06901234567892/21/17K3QHC4VTN8E2D5XWY6，https://h/01/06901234567892/21/17K3QHC4VTN8E2D5XWY7",
        "6901234567892 17K3QHC4VTN8E2D5XWY"
      })
  void anElementStringThatIsCutOrDoubledNamesNothing(String text) {
    assertThatThrownBy(() -> LinkReader.read(text)).isInstanceOf(Gs1Exception.class);
  }

  @Test
  void aSlashOfALotThatAServerDecodedIsTheLots() {
    for (String lot : List.of("A/7.x", "1/21/2", "10/21", "a/10/b")) {
      String link = "/01/06901234567892/10/" + lot + "/21/17K3QHC4VTN8E2D5XWY6";
      assertThat(LinkReader.read(link).lot()).as(link).contains(new Lot(lot));
    }
  }

  @Test
  void onlyAParameterAsLongAsASignatureIsOne() {
    String link = COMPACT.at(BASE);
    for (String others : List.of("?s=" + "x".repeat(2_000), "?S=" + "0".repeat(200))) {
      assertThat(LinkReader.read(link + others).signature()).as(others).isEmpty();
    }
    assertThat(LinkReader.read(SIGNED.at(BASE).replace("?", "?s=" + "x".repeat(103) + "&")))
        .isEqualTo(SIGNED);
    for (String damaged : List.of("0".repeat(102), "0".repeat(104), "0".repeat(102) + "U")) {
      assertThatThrownBy(() -> LinkReader.read(link + "?S=" + damaged))
          .isInstanceOf(Gs1Exception.class);
    }
  }

  @Test
  void aNumberByItselfIsNoLink() {
    for (String text : List.of("17K3Q HC4VT N8E2D 5XWY6", "1-5", "12345678", "", "7 8")) {
      assertThat(LinkReader.isMore(text)).as(text).isFalse();
    }
  }

  @Test
  void aTextOfAnyLengthTakesNoTime() {
    for (String part :
        List.of(
            "/01/",
            "%25",
            "01/06901234567892/",
            "/21/",
            "%E3",
            "\u200B",
            "a=b&",
            "(01)",
            "01".repeat(8),
            "x,http:/",
            "/\n")) {
      assertThatThrownBy(() -> LinkReader.read(part.repeat(LinkReader.LONGEST / part.length())))
          .isInstanceOf(Gs1Exception.class);
    }
    assertThatThrownBy(() -> LinkReader.read("/01/".repeat(100_000)))
        .isInstanceOf(Gs1Exception.class);
  }
}
