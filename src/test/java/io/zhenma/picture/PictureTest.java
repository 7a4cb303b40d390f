package io.zhenma.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenma.SamplePictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PictureTest {

  @ParameterizedTest
  @EnumSource(PictureUse.class)
  void whateverIsSentFitsItsUse(PictureUse use) throws Exception {
    for (byte[] file :
        new byte[][] {
          SamplePictures.jpeg(1_200, 900),
          SamplePictures.heavyPng(400, 300),
          SamplePictures.png(900, 300),
          SamplePictures.png(1, 1),
          SamplePictures.jpeg(3_000, 3)
        }) {
      if (file.length > use.largestBytes()) {
        continue;
      }
      Picture made = made(file, use);
      BufferedImage shown = shown(made);
      assertThat(made.bytes().length).isLessThanOrEqualTo(use.madeBytes());
      assertThat(shown.getWidth()).isEqualTo(made.width()).isLessThanOrEqualTo(use.width());
      assertThat(shown.getHeight()).isEqualTo(made.height()).isLessThanOrEqualTo(use.height());
    }
  }

  @Test
  void aLogoStaysSeeThroughAndAProductStandsOnWhite() throws Exception {
    byte[] file = SamplePictures.png(300, 100);
    assertThat(shown(made(file, PictureUse.LOGO)).getRGB(0, 0) >>> 24).isZero();
    assertThat(shown(made(file, PictureUse.PRODUCT)).getRGB(0, 0)).isEqualTo(0xffffffff);
  }

  @Test
  void proportionsStay() throws Exception {
    Picture made = made(SamplePictures.jpeg(800, 600), PictureUse.PHOTO);
    assertThat(made.width()).isEqualTo(800);
    Picture small = made(SamplePictures.png(800, 600), PictureUse.PRODUCT);
    assertThat((double) small.width() / small.height()).isBetween(1.32, 1.35);
  }

  @Test
  void nothingButThePixelsStays() throws Exception {
    byte[] plain = SamplePictures.jpeg(64, 48);
    byte[] comment = "a secret place".getBytes(StandardCharsets.US_ASCII);
    byte[] marked =
        ByteBuffer.allocate(plain.length + 4 + comment.length)
            .put(plain, 0, 2)
            .putShort((short) 0xfffe)
            .putShort((short) (comment.length + 2))
            .put(comment)
            .put(plain, 2, plain.length - 2)
            .array();
    assertThat(text(marked)).contains("a secret place");
    assertThat(text(made(marked, PictureUse.PHOTO).bytes())).doesNotContain("secret");
    byte[] trailer = Arrays.copyOf(plain, plain.length + 13);
    System.arraycopy(
        "<script>x</x>".getBytes(StandardCharsets.US_ASCII), 0, trailer, plain.length, 13);
    assertThat(text(made(trailer, PictureUse.PHOTO).bytes())).doesNotContain("<script>");
  }

  /** The picture's left half is dark; the file says how the camera was held. */
  @ParameterizedTest
  @CsvSource({"1,LEFT", "2,RIGHT", "3,RIGHT", "4,LEFT", "5,TOP", "6,TOP", "7,BOTTOM", "8,BOTTOM"})
  void aPictureTakenSidewaysStandsUpright(int orientation, String darkSide) throws Exception {
    Picture made = made(held(orientation), PictureUse.PHOTO);
    BufferedImage shown = shown(made);
    boolean turned = orientation >= 5;
    assertThat(shown.getWidth()).isEqualTo(turned ? 40 : 80);
    int x = darkSide.equals("LEFT") ? 4 : shown.getWidth() - 4;
    int y = darkSide.equals("TOP") ? 4 : shown.getHeight() - 4;
    int dark = turned ? shown.getRGB(20, y) : shown.getRGB(x, 20);
    int bright =
        turned
            ? shown.getRGB(20, shown.getHeight() - 1 - y)
            : shown.getRGB(shown.getWidth() - 1 - x, 20);
    assertThat(dark & 0xff).isLessThan(60);
    assertThat(bright & 0xff).isGreaterThan(200);
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    refused(
        "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
        PictureFault.TYPE);
    refused("GIF89a".getBytes(StandardCharsets.US_ASCII), PictureFault.TYPE);
    refused(new byte[0], PictureFault.TYPE);
    refused(new byte[PictureUse.LOGO.largestBytes() + 1], PictureFault.BYTES);
    refused(Arrays.copyOf(SamplePictures.png(200, 200), 60), PictureFault.BROKEN);
  }

  @Test
  void aSmallFileOfManyPixelsIsRefusedBeforeItIsUnpacked() {
    byte[] billions = SamplePictures.png(3, 3);
    ByteBuffer.wrap(billions).putInt(16, 60_000).putInt(20, 60_000);
    refused(billions, PictureFault.PIXELS);
    ByteBuffer.wrap(billions).putInt(16, 2_000_000_000).putInt(20, 2_000_000_000);
    refused(billions, PictureFault.PIXELS);
  }

  @Test
  void noRandomChangeDoesMoreThanBeRefused() {
    Random random = new Random(1);
    for (byte[] whole : new byte[][] {SamplePictures.png(60, 40), held(6)}) {
      for (int i = 0; i < 300; i++) {
        byte[] changed = whole.clone();
        for (int j = 0; j < 4; j++) {
          changed[3 + random.nextInt(changed.length - 3)] = (byte) random.nextInt();
        }
        try {
          assertThat(made(changed, PictureUse.PRODUCT).width()).isPositive();
        } catch (PictureException refused) {
          assertThat(refused.fault()).isNotEqualTo(PictureFault.BUSY);
        }
      }
    }
  }

  @Test
  void aNameTellsSizeAndContent() throws Exception {
    Picture one = made(SamplePictures.png(30, 20), PictureUse.LOGO);
    Picture other = made(SamplePictures.png(30, 21), PictureUse.LOGO);
    assertThat(one.name().toString()).matches("30x20-[\\w-]{22}\\.png");
    assertThat(one.name().hash()).isNotEqualTo(other.name().hash());
    assertThat(PictureName.parse(one.name().toString())).contains(one.name());
    for (String none :
        new String[] {"", "30x20-x.png", "../../x", "0x0-" + "a".repeat(22) + ".png"}) {
      assertThat(PictureName.parse(none)).isEmpty();
    }
  }

  private static Picture made(byte[] file, PictureUse use) throws PictureException {
    return PictureMaker.make(() -> new ByteArrayInputStream(file), use, PictureSender.brand(1));
  }

  private static byte[] held(int orientation) {
    BufferedImage image = new BufferedImage(80, 40, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 3_200; i++) {
      image.setRGB(i % 80, i / 80, i % 80 < 40 ? 0 : 0xffffff);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpg", out);
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    byte[] plain = out.toByteArray();
    byte[] exif =
        ByteBuffer.allocate(36)
            .putShort((short) 0xffe1)
            .putShort((short) 34)
            .put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII))
            .putInt(8)
            .putShort((short) 1)
            .putShort((short) 0x0112)
            .putShort((short) 3)
            .putInt(1)
            .putShort((short) orientation)
            .array();
    return ByteBuffer.allocate(plain.length + exif.length)
        .put(plain, 0, 2)
        .put(exif)
        .put(plain, 2, plain.length - 2)
        .array();
  }

  private static void refused(byte[] file, PictureFault fault) {
    assertThatThrownBy(() -> made(file, PictureUse.LOGO))
        .isInstanceOfSatisfying(
            PictureException.class, refusal -> assertThat(refusal.fault()).isEqualTo(fault));
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1);
  }

  private static BufferedImage shown(Picture picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
  }
}
