package io.zhenma.scan;

import io.zhenma.foreign.ForeignLink;
import io.zhenma.gs1.Gtin;
import io.zhenma.gs1.LinkReader;
import io.zhenma.page.HandEntry;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/**
 * Answers a link that names no item: it can't be read, which says nothing of any item, and the
 * number on the label can be typed. Programs get a problem.
 */
@ApplicationScoped
class UnreadLinks {
  private static final int NOT_FOUND = 404;
  private static final int TOO_LONG = 414;

  private final VerificationHtml html;
  private final Arrival arrival;

  UnreadLinks(VerificationHtml html, Arrival arrival) {
    this.html = html;
    this.arrival = arrival;
  }

  Response answer() {
    if (!arrival.isForPeople()) {
      throw ProblemException.of(ProblemType.NOT_FOUND);
    }
    String target = arrival.target();
    String brand = ForeignLink.brand(target).orElse("");
    String gtin = brand.isEmpty() ? LinkReader.product(target).map(Gtin::digits).orElse("") : "";
    return html.handEntry(
        arrival.isTooLong() ? TOO_LONG : NOT_FOUND,
        HandEntry.ofUnreadLink(brand, gtin),
        arrival.language());
  }
}
