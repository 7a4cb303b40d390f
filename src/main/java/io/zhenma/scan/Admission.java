package io.zhenma.scan;

import io.zhenma.crypto.CodeContent;
import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.Origin;
import io.zhenma.issuing.ProductView;
import io.zhenma.tenancy.BrandView;
import io.zhenma.verification.Reason;

/** What is known of a code before its item's history is asked. */
sealed interface Admission {
  /** An item that was issued. */
  record Known(
      BrandView brand, BatchView batch, ProductView product, CodeContent content, Origin origin)
      implements Admission {}

  /** A code that nobody here issued, or not so. */
  record Forged(Reason reason) implements Admission {}
}
