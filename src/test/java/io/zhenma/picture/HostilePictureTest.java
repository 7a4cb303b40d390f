package io.zhenma.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenma.HostilePictures;
import io.zhenma.SamplePictures;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Files that cost their reader more than they cost their sender. */
class HostilePictureTest {
  private static final TimeLimit PLENTY = TimeLimit.in(Duration.ofMinutes(5));

  @Test
  void aLargePictureOfSixteenBitsOrInterlacedIsRefusedByItsHeader() {
    byte[] tangled = HostilePictures.tangledPng(1_500);
    refused(tangled, PictureFault.PIXELS);
    refused(Arrays.copyOf(tangled, 40), PictureFault.PIXELS);
    byte[] deep = SamplePictures.png(1_500, 1_500);
    deep[24] = 16;
    refused(deep, PictureFault.PIXELS);
  }

  @Test
  void aSmallOneIsTaken() throws Exception {
    assertThat(
            new PictureWork(PictureUse.PHOTO, PLENTY).of(HostilePictures.tangledPng(300)).width())
        .isEqualTo(300);
  }

  @Test
  void aPictureThatWouldUnpackToMoreThanItsShareOfMemoryIsRefused() {
    byte[] wide = SamplePictures.png(3, 3);
    ByteBuffer.wrap(wide).putInt(16, 5_099).putInt(20, 5_099);
    refused(wide, PictureFault.PIXELS);
    byte[] thin = SamplePictures.png(3, 3);
    ByteBuffer.wrap(thin).putInt(16, 20_000_000).putInt(20, 1);
    refused(thin, PictureFault.PIXELS);
    byte[] coefficients = HostilePictures.refinedJpeg(16, 0);
    int frame = frame(coefficients);
    ByteBuffer.wrap(coefficients)
        .putShort(frame + 5, (short) 5_099)
        .putShort(frame + 7, (short) 5_099);
    Arrays.fill(coefficients, frame + 11, frame + 12, (byte) 0x11);
    refused(coefficients, PictureFault.PIXELS);
  }

  private static int frame(byte[] jpeg) {
    int at = 2;
    while (jpeg[at] != (byte) 0xff || jpeg[at + 1] != (byte) 0xc2) {
      at++;
    }
    return at;
  }

  @Test
  void tenPassesAreTakenAndManyAreNot() throws Exception {
    Picture made =
        new PictureWork(PictureUse.PHOTO, PLENTY).of(HostilePictures.refinedJpeg(900, 0));
    assertThat(made.width()).isEqualTo(900);
    refused(HostilePictures.refinedJpeg(64, 3), PictureFault.SLOW);
    refused(HostilePictures.refinedJpeg(64, 15_000), PictureFault.SLOW);
  }

  @Test
  void whatFollowsThePictureIsNoPassOfIt() throws Exception {
    byte[] picture = SamplePictures.jpeg(64, 48);
    byte[] many = HostilePictures.refinedJpeg(64, 30);
    byte[] both = Arrays.copyOf(picture, picture.length + many.length);
    System.arraycopy(many, 0, both, picture.length, many.length);
    assertThat(new PictureWork(PictureUse.PHOTO, PLENTY).of(both).height()).isEqualTo(48);
  }

  @Test
  void readingStopsWhenItsTimeIsOver() {
    for (byte[] file :
        new byte[][] {SamplePictures.jpeg(2_000, 1_500), HostilePictures.refinedJpeg(3_000, 0)}) {
      for (Duration time : new Duration[] {Duration.ZERO, Duration.ofMillis(3)}) {
        assertThatThrownBy(() -> new PictureReader(PictureUse.PHOTO, TimeLimit.in(time)).read(file))
            .isInstanceOfSatisfying(
                PictureException.class,
                refusal -> assertThat(refusal.fault()).isEqualTo(PictureFault.SLOW));
      }
    }
  }

  @Test
  void aPhotoIsReadAtNoMoreThanTwiceItsSize() {
    for (int side : new int[] {1_600, 3_199, 3_200, 5_000}) {
      int read = side / PictureUse.PHOTO.step(side, side);
      assertThat(read).isBetween(1_600, 3_199);
    }
    assertThat(PictureUse.PHOTO.step(20_000, 1)).isEqualTo(1);
  }

  private static void refused(byte[] file, PictureFault fault) {
    assertThatThrownBy(
            () ->
                PictureMaker.make(
                    () -> new ByteArrayInputStream(file),
                    PictureUse.PHOTO,
                    PictureSender.CONSUMERS))
        .isInstanceOfSatisfying(
            PictureException.class, refusal -> assertThat(refusal.fault()).isEqualTo(fault));
  }
}
