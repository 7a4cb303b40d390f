package io.zhenma.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import io.zhenma.crypto.OneTimeCodes;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrPathTest {
  private static final int QUIET = 4;
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

  @Test
  void aReaderFindsTheTextInThePath() throws Exception {
    String uri = OneTimeCodes.random().uri("Zhenma", "zhang.wei@例.test");
    QrPath path = QrPath.of(uri);
    BitMatrix modules = new BitMatrix(path.size() - 2 * QUIET);
    RUN.matcher(path.path()).results().forEach(run -> draw(run, modules));

    assertThat(RUN.matcher(path.path()).replaceAll("")).isEmpty();
    assertThat(new Decoder().decode(modules).getText()).isEqualTo(uri);
    assertThat(path.toString()).doesNotContain(path.path());
  }

  private static void draw(MatchResult run, BitMatrix modules) {
    int length = Integer.parseInt(run.group(3));
    assertThat(run.group(4)).isEqualTo(run.group(3));
    for (int i = 0; i < length; i++) {
      modules.set(
          Integer.parseInt(run.group(1)) - QUIET + i, Integer.parseInt(run.group(2)) - QUIET);
    }
  }
}
