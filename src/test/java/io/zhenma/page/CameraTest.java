package io.zhenma.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.zhenma.Browser;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A camera that films a code, in front of the page that reads it. */
class CameraTest {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final int FRAMES = 6;

  @TempDir Path films;

  @Test
  void aCodeInViewLeadsToItsPageOnThisSiteWhateverHostItNames() throws Exception {
    film("HTTPS://ELSEWHERE.EXAMPLE/01/06901234567892/21/" + Verdicts.SERIAL + "?17=291130");
    try (ScanServer server = new ScanServer();
        Browser browser = filming();
        BrowserContext context = browser.open(new NewContextOptions().setLocale("en-GB"))) {
      server.reset("genuine-first");
      Page page = context.newPage();
      page.navigate(server.entryOn("localhost"));
      page.locator("#scan").click();
      page.waitForURL(server.link() + "?17=291130");
      assertThat(page.locator(".verdict h1")).hasText("Genuine");
    }
  }

  @Test
  void aCodeOfAnotherSiteIsNotOpened() throws Exception {
    film("https://evil.example/01/a/../login");
    try (ScanServer server = new ScanServer();
        Browser browser = filming();
        BrowserContext context = browser.open(new NewContextOptions().setLocale("en-GB"))) {
      Page page = context.newPage();
      page.navigate(server.entryOn("localhost"));
      page.locator("#scan").click();
      assertThat(page.locator("#seen")).containsText("another site");
      assertThat(page.url()).isEqualTo(server.entryOn("localhost"));
      page.locator("#stop").click();
      assertThat(page.locator("#scan")).isFocused();
      assertThat(page.evaluate("document.getElementById('video').srcObject.active"))
          .isEqualTo(false);
    }
  }

  private Browser filming() {
    return Browser.launch(
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        "--use-file-for-fake-video-capture=" + films.resolve("code.y4m").toAbsolutePath());
  }

  /** YUV4MPEG2, 4:2:0: the code in grey levels, colours left out. */
  private void film(String text) throws IOException, WriterException {
    byte[] luma = new byte[WIDTH * HEIGHT];
    Arrays.fill(luma, (byte) 235);
    BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 400, 400);
    for (int y = 0; y < 400; y++) {
      for (int x = 0; x < 400; x++) {
        luma[(y + 40) * WIDTH + x + 120] = (byte) (code.get(x, y) ? 16 : 235);
      }
    }
    byte[] chroma = new byte[WIDTH * HEIGHT / 2];
    Arrays.fill(chroma, (byte) 128);
    try (OutputStream out = Files.newOutputStream(films.resolve("code.y4m"))) {
      out.write("YUV4MPEG2 W640 H480 F10:1 Ip A1:1 C420\n".getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < FRAMES; i++) {
        for (byte[] part : List.of("FRAME\n".getBytes(StandardCharsets.US_ASCII), luma, chroma)) {
          out.write(part);
        }
      }
    }
  }
}
