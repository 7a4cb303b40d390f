package io.zhenma.issuing;

import io.zhenma.crypto.CodeContent;
import io.zhenma.problem.FieldRule;
import io.zhenma.problem.ProblemException;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What can be changed of a draft.
 *
 * @param quantity 1 to 2^30 items
 * @param lot 1 to 20 letters, digits or the signs {@code - . _ /}, the first a letter or digit
 * @param producedOn the shelf life of the product counts from here
 * @param profile COMPACT (also when left out) or SIGNED
 * @param linkParts what the links shall carry beside GTIN and serial number; nothing when left out
 */
public record BatchDetails(
    @NotNull Long quantity,
    @NotNull String lot,
    @NotNull LocalDate producedOn,
    @Nullable CodeProfile profile,
    @Nullable LinkParts linkParts) {
  private static final Pattern LOT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,19}");
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  /** Whether a batch may have a lot of that name. */
  public static boolean isLot(String name) {
    return LOT.matcher(name).matches();
  }

  /** To a batch that has its product. */
  void writeTo(Batch batch) {
    FieldRule.range("quantity", quantity, 1, CodeContent.MAX_ITEMS);
    LocalDate latest = LocalDate.now(ZoneOffset.UTC).plusYears(1);
    FieldRule.between("producedOn", producedOn, EARLIEST, latest);
    if (!isLot(lot)) {
      throw ProblemException.field("lot", "lot");
    }
    batch.quantity = quantity;
    batch.lot = lot;
    batch.producedOn = producedOn;
    batch.expiresOn = batch.product.lastDay(producedOn);
    writeCodesTo(batch);
  }

  private void writeCodesTo(Batch batch) {
    batch.profile = profile == null ? CodeProfile.COMPACT : profile;
    if (batch.profile == CodeProfile.FOREIGN) {
      throw ProblemException.field("profile", "kind", "COMPACT, SIGNED");
    }
    LinkParts parts = linkParts == null ? LinkParts.NONE : linkParts;
    if (parts.expiry() && batch.expiresOn == null) {
      throw ProblemException.field("linkParts.expiry", "link-expiry");
    }
    batch.linkLot = parts.lot();
    batch.linkExpiry = parts.expiry();
  }
}
