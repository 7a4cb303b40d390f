package io.zhenma.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenma.SamplePictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who comes when others' pictures are being read. */
class PictureQueueTest {
  private static final byte[] FILE = SamplePictures.png(8, 8);

  private final CountDownLatch start = new CountDownLatch(1);
  private final AtomicInteger opened = new AtomicInteger();
  private final PictureMaker maker =
      new PictureMaker(1, 3, Duration.ofMinutes(5), Duration.ofMinutes(5));

  @Test
  void fewWaitTheNextIsRefusedAtOnceAndNoFileIsReadBeforeItsTurn() throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(3);
    try {
      CountDownLatch first = new CountDownLatch(1);
      List<Future<Picture>> waiting = new ArrayList<>();
      waiting.add(senders.submit(sending(first)));
      first.await();
      waiting.add(senders.submit(sending(first)));
      waiting.add(senders.submit(sending(first)));
      awaitAllPlacesTaken();
      assertThat(opened).hasValue(1);
      start.countDown();
      for (Future<Picture> sent : waiting) {
        assertThat(sent.get().width()).isEqualTo(8);
      }
      assertThat(sending(first).call().width()).isEqualTo(8);
    } finally {
      start.countDown();
      senders.shutdownNow();
    }
  }

  /** Sends until there is a place. */
  private Callable<Picture> sending(CountDownLatch begun) {
    return () -> {
      while (true) {
        try {
          return maker.made(() -> opened(begun), PictureUse.LOGO, PictureSender.CONSUMERS);
        } catch (PictureException busy) {
          assertThat(busy.fault()).isEqualTo(PictureFault.BUSY);
        }
      }
    };
  }

  private InputStream opened(CountDownLatch begun) throws IOException {
    opened.incrementAndGet();
    begun.countDown();
    return afterStart();
  }

  private InputStream afterStart() throws IOException {
    try {
      start.await();
      return new ByteArrayInputStream(FILE);
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }

  private void awaitAllPlacesTaken() throws InterruptedException {
    while (true) {
      try (Places.Place place = maker.place(PictureSender.CONSUMERS)) {
        Thread.onSpinWait();
      } catch (PictureException busy) {
        assertThat(busy.fault()).isEqualTo(PictureFault.BUSY);
        return;
      }
    }
  }

  @Test
  void nobodyTakesAllPlaces() throws Exception {
    Places places = new Places(5);
    PictureSender one = PictureSender.brand(1);
    Places.Place first = places.take(one);
    places.take(one);
    assertThatThrownBy(() -> places.take(one)).isInstanceOf(PictureException.class);
    Places.Place other = places.take(PictureSender.brand(2));
    first.close();
    places.take(one);
    other.close();
    places.take(PictureSender.CONSUMERS);
    places.take(PictureSender.CONSUMERS);
    places.take(PictureSender.CONSUMERS);
    assertThatThrownBy(() -> places.take(PictureSender.brand(3)))
        .isInstanceOf(PictureException.class);
  }
}
