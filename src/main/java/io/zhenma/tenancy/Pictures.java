package io.zhenma.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhenma.picture.Picture;
import io.zhenma.picture.PictureException;
import io.zhenma.picture.PictureFault;
import io.zhenma.picture.PictureMaker;
import io.zhenma.picture.PictureName;
import io.zhenma.picture.PictureSender;
import io.zhenma.picture.PictureUse;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The pictures that brands' pages show. A subject, such as a product, has one at a time, so that a
 * brand's pictures are bounded by what it has; replacing one removes the former.
 */
@ApplicationScoped
public class Pictures implements PanacheRepositoryBase<BrandPicture, BrandPicture.Id> {
  private static final Duration RETRY = Duration.ofSeconds(5);
  private static final long REMEMBERED_BYTES = 32L << 20;

  /** A name that was asked for before its picture came, or after it went, is asked again soon. */
  private static final Duration FRESH = Duration.ofSeconds(10);

  private static final byte[] NONE = new byte[0];
  private static final int OVERHEAD = 200;

  private final Brands brands;
  private final Path uploads;
  private final Cache<String, byte[]> byPath =
      Caffeine.newBuilder()
          .maximumWeight(REMEMBERED_BYTES)
          .<String, byte[]>weigher((path, bytes) -> OVERHEAD + bytes.length)
          .expireAfterWrite(FRESH)
          .build();

  /**
   * @param uploads where the server receives files
   */
  Pictures(
      Brands brands,
      @ConfigProperty(name = "quarkus.http.body.uploads-directory") Optional<Path> uploads)
      throws IOException {
    this.brands = brands;
    this.uploads =
        Files.createDirectories(uploads.orElse(Path.of(System.getProperty("java.io.tmpdir"))));
  }

  /** Where a picture of a brand is fetched, below the host. */
  public static String path(BrandView brand, PictureName name) {
    return "/p/" + brand.slug() + "/" + name;
  }

  /**
   * Makes a picture of a body, which is received into a file first: who sends slowly keeps nobody
   * waiting. Call it outside of transactions, as it may take seconds.
   *
   * @throws ProblemException when the file is no picture that can be taken
   */
  public Picture make(long brandId, PictureUse use, InputStream body) {
    try {
      Path file = Files.createTempFile(uploads, "picture", "");
      try {
        receive(body, file, use);
        return PictureMaker.make(
            () -> Files.newInputStream(file), use, PictureSender.brand(brandId));
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (PictureException refused) {
      throw refusal("picture", refused.fault(), use);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  private static void receive(InputStream body, Path file, PictureUse use) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] part = new byte[1 << 14];
      long left = use.largestBytes() + 1L;
      int count = body.read(part);
      while (count >= 0 && left > 0) {
        out.write(part, 0, (int) Math.min(left, count));
        left -= count;
        count = body.read(part);
      }
    }
  }

  /**
   * Keeps a picture in the place of the subject's former one.
   *
   * @param subject what it shows, such as {@code product:06901234567892}; at most 40 characters
   */
  @Transactional
  public PictureName keep(long brandId, long userId, String subject, Picture made) {
    BrandPicture.Id id = new BrandPicture.Id(brandId, subject);
    BrandPicture row = findByIdOptional(id).orElseGet(BrandPicture::new);
    row.id = id;
    row.name = made.name().toString();
    row.bytes = made.bytes();
    row.changedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    row.changedBy = userId;
    persist(row);
    return made.name();
  }

  /** What to answer to a picture that is not taken. */
  public static ProblemException refusal(String field, PictureFault fault, PictureUse use) {
    return switch (fault) {
      case BUSY -> ProblemException.later(ProblemType.OVERLOADED, RETRY);
      case BYTES -> ProblemException.field(field, "picture-bytes", use.largestBytes() >> 20);
      case PIXELS -> ProblemException.field(field, "picture-pixels", use.mostPixels() / 1_000_000);
      case TYPE, BROKEN, SLOW -> ProblemException.field(field, "picture-" + fault.slug());
    };
  }

  @Transactional
  public void remove(long brandId, String subject) {
    deleteById(new BrandPicture.Id(brandId, subject));
  }

  /** The file of a picture, of whatever brand: whoever has its name was shown it. */
  Optional<byte[]> find(String slug, PictureName name) {
    byte[] found =
        byPath.get(
            slug + "/" + name,
            path -> QuarkusTransaction.joiningExisting().call(() -> load(slug, name)));
    return found.length == 0 ? Optional.empty() : Optional.of(found);
  }

  private byte[] load(String slug, PictureName name) {
    return brands
        .bySlug(slug)
        .flatMap(
            brand ->
                find("id.brandId = ?1 and name = ?2", brand.id(), name.toString()).stream()
                    .findFirst())
        .map(row -> row.bytes)
        .orElse(NONE);
  }
}
