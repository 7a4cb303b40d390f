package io.zhenma.sql;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Weigher;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * What was read from the database within the last seconds. A change made on this replica is seen
 * once it is {@linkplain #forget forgotten}, one made on another within {@link #FRESH}. What is
 * asked for all the time is read anew in the background while its former answer is still given, so
 * that nobody waits for what is known.
 */
public final class Remembered<K, V> {
  /** How old an answer may be. */
  public static final Duration FRESH = Duration.ofSeconds(3);

  /** From this age on an answer is read anew behind the back of whoever asks. */
  public static final Duration RENEWED = Duration.ofSeconds(2);

  private static final Logger LOG = Logger.getLogger(Remembered.class);
  private static final Executor BACKGROUND = background();

  private final LoadingCache<K, V> answers;

  Remembered(Caffeine<? super K, ? super V> bounded, Function<K, V> read) {
    this.answers =
        bounded
            .expireAfterWrite(FRESH)
            .refreshAfterWrite(RENEWED)
            .build(
                new CacheLoader<K, V>() {
                  @Override
                  public V load(K key) {
                    return Reserved.call(() -> read.apply(key));
                  }

                  @Override
                  public CompletableFuture<V> asyncReload(K key, V former, Executor unused) {
                    return renewed(read, key);
                  }
                });
  }

  /**
   * @param most so many are remembered
   * @param read from the database; called by whoever asks, or by a thread of its own
   */
  public static <K, V> Remembered<K, V> most(long most, Function<K, V> read) {
    return new Remembered<>(Caffeine.newBuilder().maximumSize(most), read);
  }

  /** The same for answers of different sizes, so many of their weight in all. */
  public static <K, V> Remembered<K, V> heaviest(
      long weight, Weigher<K, V> weigher, Function<K, V> read) {
    return new Remembered<>(Caffeine.newBuilder().maximumWeight(weight).weigher(weigher), read);
  }

  /** The answer, read now when none is remembered; fails as reading does. */
  public V get(K key) {
    return answers.get(key);
  }

  /** Whoever asks next gets what is true then, whatever is being read meanwhile. */
  public void forget(K key) {
    answers.invalidate(key);
  }

  /** The same for all answers of a kind. */
  public void forgetIf(Predicate<V> of) {
    answers.asMap().values().removeIf(of);
  }

  /** Nobody waits for it: while it fails, whoever asks after the answer's time gets the failure. */
  private static <K, V> CompletableFuture<V> renewed(Function<K, V> read, K key) {
    CompletableFuture<V> answer = new CompletableFuture<>();
    BACKGROUND.execute(
        () -> {
          try {
            answer.complete(Reserved.call(() -> read.apply(key)));
          } catch (RuntimeException failure) {
            LOG.debug("an answer was not read anew", failure);
          } finally {
            answer.cancel(false);
          }
        });
    return answer;
  }

  /** One thread reads for all: a scan must not compete with several. */
  private static Executor background() {
    ThreadPoolExecutor thread =
        new ThreadPoolExecutor(
            1,
            1,
            FRESH.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            Remembered::thread);
    thread.allowCoreThreadTimeOut(true);
    return thread;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "remembered");
    thread.setDaemon(true);
    return thread;
  }
}
