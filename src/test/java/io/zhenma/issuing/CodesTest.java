package io.zhenma.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.TestBrand;
import io.zhenma.crypto.CodeKind;
import io.zhenma.gs1.DigitalLink;
import io.zhenma.gs1.LinkSignature;
import io.zhenma.tenancy.BrandKeys;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A code is the same whichever way it is asked for. */
@QuarkusTest
@Tag("database")
class CodesTest {
  private static final List<CodeKind> BOTH = List.of(CodeKind.OUTER, CodeKind.INNER);

  @Inject TestBrand brands;
  @Inject Codes codes;
  @Inject CodeFiles files;
  @Inject Issuing issuing;
  @Inject BrandKeys keys;
  private TestBrand.Staffed brand;
  private String gtin;

  @BeforeEach
  void aBrandWithAProduct() {
    brand = brands.create("Camellia");
    gtin = brand.product("Hand cream", 3900, 730);
  }

  @ParameterizedTest
  @CsvSource({"COMPACT, false", "COMPACT, true", "SIGNED, false", "SIGNED, true"})
  void linesHoldTheCodesThatAreGivenOneByOne(CodeProfile profile, boolean parts)
      throws IOException {
    BatchView batch = batch(profile, new LinkParts(parts, parts), 9_000);
    CodeRange range = new CodeRange(BOTH, 17, 6_000);

    List<String> expected = new ArrayList<>(List.of("item,kind,serial,link"));
    for (int item = 17; item < 6_017; item += 1_000) {
      for (CodeKind kind : BOTH) {
        expected.add(line(codes.code(batch, kind, item)));
      }
    }
    String csv = written(CodeLineFormat.CSV, batch, range, 1);

    assertThat(csv.split("\r\n")).hasSize(12_001).contains(expected.toArray(String[]::new));
    assertThat(csv.split("\r\n"))
        .endsWith(
            codes
                .codes(batch, BOTH, 17, 6_000)
                .map(CodesTest::line)
                .collect(Collectors.toList())
                .toArray(String[]::new));
    assertThat(written(CodeLineFormat.CSV, batch, range, 3)).isEqualTo(csv);
  }

  @Test
  void jsonLinesSayTheSame() throws IOException {
    BatchView batch = batch(CodeProfile.COMPACT, LinkParts.NONE, 10);
    Codes.IssuedCode code = codes.code(batch, CodeKind.INNER, 9);

    assertThat(
            written(CodeLineFormat.NDJSON, batch, new CodeRange(List.of(CodeKind.INNER), 9, 1), 2))
        .isEqualTo(
            "{\"item\":9,\"kind\":\"inner\",\"serial\":\"%s\",\"link\":\"%s\"}\n"
                .formatted(code.link().serial(), code.url()));
  }

  @Test
  void aSignedLinkIsValidForWhoeverHasThePublicKeyAndCarriesWhatWasAskedFor() throws Exception {
    BatchView batch = batch(CodeProfile.SIGNED, new LinkParts(true, true), 10);
    String url = codes.code(batch, CodeKind.INNER, 3).url();
    DigitalLink link = DigitalLink.parse(url);

    assertThat(url)
        .matches(
            "HTTP://ZHENMA\\.TEST/01/[0-9]{14}/10/LOT%2F7/21/[0-9A-Z]{20}\\?17=[0-9]{6}&S=[0-9A-Z]{103}");
    LinkSignature signature = link.signature().orElseThrow();
    keys.codeVerifier(batch.brandId(), batch.keyId())
        .orElseThrow()
        .verify(link.signedText(batch.linkBase()), signature);
  }

  private BatchView batch(CodeProfile profile, LinkParts parts, long quantity) {
    return issuing.createBatch(
        brand.brand().id(),
        0,
        new NewBatch(
            gtin, quantity, "LOT/7", LocalDate.of(2026, 1, 2), profile, parts, null, null));
  }

  private String written(CodeLineFormat format, BatchView batch, CodeRange range, int threads)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Long> progress = new ArrayList<>();
    files.lines(format, batch, range, threads, out, progress::add);
    assertThat(progress).isSorted().endsWith((long) range.count());
    return out.toString(StandardCharsets.US_ASCII);
  }

  private static String line(Codes.IssuedCode code) {
    return code.item()
        + (code.kind() == CodeKind.INNER ? ",inner," : ",outer,")
        + code.link().serial()
        + ","
        + code.url();
  }
}
