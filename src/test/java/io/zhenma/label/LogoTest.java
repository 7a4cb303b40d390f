package io.zhenma.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenma.HostilePictures;
import io.zhenma.picture.PictureException;
import io.zhenma.picture.PictureSender;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class LogoTest {
  @Test
  void pngAndJpegAreTakenByWhatTheyAre() throws Exception {
    for (String type : new String[] {"png", "jpg"}) {
      Logo logo = made(file(type, 30, 20));
      assertThat(logo.width()).isEqualTo(30);
      assertThat(Logo.stored(logo.bytes()).height()).isEqualTo(20);
    }
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    refused("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8), "type");
    refused(file("gif", 3, 3), "type");
    refused(new byte[0], "type");
    refused(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, "type");
  }

  @Test
  void aFileThatBreaksOffIsRefused() throws IOException {
    byte[] whole = file("png", 200, 200);
    for (int length : new int[] {9, 20, 40, whole.length / 2}) {
      refused(Arrays.copyOf(whole, length), "broken");
    }
  }

  @Test
  void noRandomChangeDoesMoreThanBeRefused() throws Exception {
    Random random = new Random(1);
    for (String type : new String[] {"png", "jpg"}) {
      byte[] whole = file(type, 60, 40);
      for (int i = 0; i < 300; i++) {
        byte[] changed = whole.clone();
        for (int j = 0; j < 4; j++) {
          changed[3 + random.nextInt(changed.length - 3)] = (byte) random.nextInt();
        }
        try {
          assertThat(made(changed).width()).isPositive();
        } catch (LabelException refused) {
          assertThat(refused.field()).isEqualTo("logo");
        }
      }
    }
  }

  @Test
  void aSmallFileOfManyPixelsIsRefusedBeforeItIsUnpacked() throws IOException {
    byte[] many = file("png", 4_000, 1_001);
    assertThat(many.length).isLessThan(Logo.LARGEST_BYTES);
    refused(many, "pixels");
    byte[] billions = file("png", 3, 3);
    java.nio.ByteBuffer.wrap(billions).putInt(16, 2_000_000_000).putInt(20, 2_000_000_000);
    refused(billions, "pixels");
  }

  @Test
  void aLargeFileIsRefused() {
    refused(new byte[Logo.LARGEST_BYTES + 1], "bytes");
  }

  @Test
  void whatIsSeeThroughShowsThePaper() throws Exception {
    BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, Color.BLACK.getRGB());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    Bitmap dots = made(out.toByteArray()).pixels(4, 4).dithered();

    assertThat(dots.isSet(0, 0)).isTrue();
    assertThat(dots.isSet(3, 3)).isFalse();
  }

  @Test
  void greyBecomesAsManyDotsAsItIsDark() throws Exception {
    BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 10_000; i++) {
      image.setRGB(i % 100, i / 100, 0x808080);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    Bitmap dots = made(out.toByteArray()).pixels(100, 100).dithered();
    int dark = 0;
    for (int i = 0; i < 10_000; i++) {
      dark += dots.isSet(i % 100, i / 100) ? 1 : 0;
    }

    assertThat(dark).isBetween(4_800, 5_200);
  }

  @Test
  void aLogoWhoseReadingTakesMinutesIsRefusedAtOnce() {
    byte[] crafted = HostilePictures.refinedJpeg(2_000, 10_000);
    assertThat(crafted.length).isLessThanOrEqualTo(Logo.LARGEST_BYTES);
    refused(crafted, "slow");
    assertThatThrownBy(() -> Logo.stored(crafted).width()).isInstanceOf(LabelException.class);
  }

  private static Logo made(byte[] file) throws PictureException {
    return Logo.of(file, PictureSender.brand(1));
  }

  private static byte[] file(String type, int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), type, out);
    return out.toByteArray();
  }

  private static void refused(byte[] file, String why) {
    assertThatThrownBy(() -> made(file))
        .isInstanceOfSatisfying(
            LabelException.class,
            refusal -> assertThat(refusal.rule()).isEqualTo("label-logo-" + why));
  }
}
